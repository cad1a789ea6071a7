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

test("a file that Lectern never wrote is shown whole beside the draft", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 8 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (disk, fresh) => {
      // No export is blank, and of a blank file there is nothing to show.
      fc.pre(disk.trim() !== "" && fresh.trim() !== "");
      const update = updateText(null, disk, fresh);
      if (update.kind !== "conflict") return;
      const { file, draft } = bothTexts(update.text);
      expect([file, draft]).toEqual([disk, fresh]);
    }),
    { numRuns: 300 },
  );
});
