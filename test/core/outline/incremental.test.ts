import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editNote, openNote } from "#core/outline/incremental.ts";
import { recognise } from "#core/outline/recognise.ts";
import { scan } from "#core/outline/scan.ts";

const own = fileURLToPath(new URL("../../fixtures/outline", import.meta.url));
const shared = fileURLToPath(new URL("../../../../shared/corpus/notes", import.meta.url));
const folders = existsSync(shared) ? [own, shared] : [own];

const snippet = fc.oneof(
  fc.constantFrom(
    "",
    "a",
    "\n",
    "\n\n",
    "\r\n",
    "# ",
    "## Area 3\n",
    "### Beginner\n",
    "- ",
    "1. ",
    "> ",
    "```\n",
    "~~~",
    "---\n",
    "===",
    "<!--",
    "-->",
    "<div>\n",
    "    ",
    "\t",
    " - 10 min",
    "Time: 1 hr\n",
    "| a | b |\n|---|---|\n",
    "[x]: y\n",
  ),
  fc.string({ maxLength: 8 }),
);
const edits = fc.array(fc.tuple(fc.nat(), fc.nat(60), snippet), { minLength: 1, maxLength: 4 });
const plainScan = ({ lines, starts }: ReturnType<typeof scan>): string =>
  JSON.stringify([starts, lines.map(({ reading: _, ...line }) => line)]);

describe("reading again after an edit gives what reading from the start gives", () => {
  for (const folder of folders) {
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".md"))) {
      test(name, () => {
        const text = readFileSync(join(folder, name), "utf8");
        fc.assert(
          fc.property(edits, (list) => {
            let note = openNote(text);
            for (const [place, cut, insert] of list) {
              const from = place % (note.text.length + 1);
              const to = Math.min(note.text.length, from + cut);
              const next = note.text.slice(0, from) + insert + note.text.slice(to);
              note = editNote(note, { from, to, length: insert.length }, next);
              const whole = scan(next);
              expect(plainScan(note.scan)).toBe(plainScan(whole));
              expect(JSON.stringify(note.outline)).toBe(JSON.stringify(recognise(next)));
            }
          }),
          { numRuns: folder === own ? 8 : 10 },
        );
      });
    }
  }
});
