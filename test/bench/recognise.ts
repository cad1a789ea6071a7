import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import MarkdownIt from "markdown-it";
import { editNote, openNote } from "../../core/outline/incremental.ts";
import { recognise } from "../../core/outline/recognise.ts";

/** Best of `runs` for each note, summed: milliseconds. The best is what the machine can do when nobody else uses it. */
const best = (notes: readonly string[], runs: number, work: (note: string) => unknown): number =>
  notes.reduce((sum, note) => {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < runs; i++) {
      const start = performance.now();
      work(note);
      least = Math.min(least, performance.now() - start);
    }
    return sum + least;
  }, 0);

const notesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => readFileSync(join(folder, name), "utf8"));

const shared = fileURLToPath(new URL("../../../shared/corpus/notes", import.meta.url));
const own = fileURLToPath(new URL("../fixtures/outline", import.meta.url));
const notes = notesIn(existsSync(shared) ? shared : own);
const size = notes.reduce((sum, note) => sum + note.length, 0);
const markdown = new MarkdownIt({ html: false });

best(notes, 40, recognise);
const parse = best(notes, 60, (note) => markdown.parse(note, {}));
const read = best(notes, 150, recognise);
const speed = (ms: number): string => `${(size / 1_000 / ms).toFixed(1)} MB/s`;
console.log(`recognise ${speed(read)}, markdown-it ${speed(parse)}: ${(parse / read).toFixed(2)} times as fast`);

const long = notes
  .join("\n\n")
  .repeat(Math.ceil(100_000 / size) + 1)
  .slice(0, 100_000);
let note = openNote(long);
const times: number[] = [];
for (let i = 0; i < 200; i++) {
  const from = Math.floor((i / 200) * note.text.length);
  const next = `${note.text.slice(0, from)}x${note.text.slice(from)}`;
  const start = performance.now();
  note = editNote(note, { from, to: from, length: 1 }, next);
  times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
console.log(`a keystroke in 100 kB: median ${times[100]?.toFixed(2)} ms, 95 of 100 below ${times[190]?.toFixed(2)} ms`);
