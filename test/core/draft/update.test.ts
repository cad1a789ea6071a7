import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRecord, recordWith } from "#core/draft/record.ts";
import { updateText } from "#core/draft/update.ts";

test("a new file is written, one that is up to date is left alone", () => {
  expect(updateText(null, null, "a\n")).toEqual({ kind: "write", text: "a\n", merged: false });
  expect(updateText("a\n", "b\n", "b\n")).toEqual({ kind: "same" });
  expect(updateText("a\n", "a\n", "b\n")).toEqual({ kind: "write", text: "b\n", merged: false });
  expect(updateText("a\n", null, "b\n")).toEqual({ kind: "write", text: "b\n", merged: false });
});

test("edits made by hand stay, and the draft's changes come in", () => {
  expect(updateText("1\n2\n3\n", "1 by hand\n2\n3\n", "1\n2\n3 new\n")).toEqual({
    kind: "write",
    text: "1 by hand\n2\n3 new\n",
    merged: true,
  });
  expect(updateText("1\n2\n", "1\n2 by hand\n", "1\n2\n")).toEqual({ kind: "same" });
});

test("where both changed, nothing is written over: both are shown", () => {
  expect(updateText("1\n2\n", "1\n2 by hand\n", "1\n2 new\n")).toEqual({
    kind: "conflict",
    text: "1\n<<<<<<< the file as it is\n2 by hand\n=======\n2 new\n>>>>>>> the draft\n",
    count: 1,
  });
});

test("a file that Lectern has not written is never written over", () => {
  expect(updateText(null, "mine\n", "new\n").kind).toBe("conflict");
  expect(updateText(null, "", "new\n").kind).toBe("conflict");
});

test("no line that was written by hand is ever lost", () => {
  const lines = fc.array(fc.constantFrom<string>("a", "b", "c", "", "# d"), { maxLength: 8 });
  fc.assert(
    fc.property(lines, lines, fc.array(fc.nat(8), { maxLength: 3 }), (base, fresh, places) => {
      const disk = places.reduce((text, at, n) => [...text.slice(0, at), `hand ${n}`, ...text.slice(at)], base);
      const update = updateText(base.join("\n"), disk.join("\n"), fresh.join("\n"));
      const after = update.kind === "write" ? update.text : disk.join("\n");
      places.forEach((_, n) => {
        expect(after.split("\n")).toContain(`hand ${n}`);
      });
    }),
    { numRuns: 500 },
  );
});

test("a record is read back, one entry a folder", () => {
  const entry = { out: "site", date: "2026-11-24", files: { "a.md": "x" }, copies: {} };
  const first = recordWith(null, entry);
  const both = recordWith(parseRecord(first), { ...entry, out: "../elsewhere" });
  const again = recordWith(parseRecord(both), { ...entry, date: "2026-11-25" });
  expect(parseRecord(again)?.exports.map(({ out, date }) => `${out} ${date}`)).toEqual([
    "../elsewhere 2026-11-24",
    "site 2026-11-25",
  ]);
  for (const bad of ["", "{", "null", '{"version":2,"exports":[]}', '{"version":1,"exports":[{}]}']) {
    expect(parseRecord(bad)).toBeNull();
  }
});
