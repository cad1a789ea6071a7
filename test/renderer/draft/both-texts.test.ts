import fc from "fast-check";
import { expect, test } from "vitest";
import { updateText } from "#core/draft/update.ts";
import { bothTexts } from "../../../renderer/draft/both-texts.ts";

test("the two texts of a conflict are told apart", () => {
  const base = "one\ntwo\nthree\n";
  const update = updateText(base, "one\ntwo by hand\nthree\n", "one\ntwo of the draft\nthree\n");
  expect(update.kind).toBe("conflict");
  const { file, draft } = bothTexts(update.kind === "conflict" ? update.text : "");
  expect(file).toBe("one\ntwo by hand\nthree\n");
  expect(draft).toBe("one\ntwo of the draft\nthree\n");
});

test("lines that only one of them has stand in that one alone", () => {
  const update = updateText("one\ntwo\nthree\n", "one\nthree\n", "one\n2\nthree\n");
  const { file, draft } = bothTexts(update.kind === "conflict" ? update.text : "");
  expect([file, draft]).toEqual(["one\nthree\n", "one\n2\nthree\n"]);
});

test("a file that Lectern never wrote is shown whole beside the draft", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 8 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (disk, fresh) => {
      const update = updateText(null, disk, fresh);
      if (update.kind !== "conflict") return;
      const { file, draft } = bothTexts(update.text);
      expect([file, draft]).toEqual([disk, fresh]);
    }),
    { numRuns: 300 },
  );
});
