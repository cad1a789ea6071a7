import { ChangeSet, Text } from "@codemirror/state";
import type { Choice } from "#core/outline/choice.ts";
import { type Edit, editNote, openNote, type ReadNote } from "#core/outline/incremental.ts";
import { type NodeFacts, outlineTree } from "./outline-tree.ts";
import { treeDelta } from "./tree-delta.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

// Keeps a copy of the note's text in step with the editor and reads it when the typing rests for a moment, away from
// the thread that types. A long note gets a longer rest, so that reading it never takes up the processor for good.
const shortestRest = 20;
const longestRest = 1_000;

let text = Text.empty;
let key = "";
let revision = 0;
/** How the person overruled the reading. */
let choice: Choice | null = null;
let rest = shortestRest;
let timer: ReturnType<typeof setTimeout> | undefined;
/** The note as it was last read, and what changed since; null before the first reading. */
let note: ReadNote | null = null;
let unread: ChangeSet | null = null;
/** What the window knows; null before the first reading of a note. */
let known: readonly NodeFacts[] | null = null;

/** The one stretch of the old text that holds every change, and how long it is now. */
const editOf = (changes: ChangeSet): Edit => {
  let from = changes.length;
  let to = 0;
  changes.iterChangedRanges((start, end) => {
    from = Math.min(from, start);
    to = Math.max(to, end);
  });
  if (from > to) return { from: 0, to: 0, length: 0 };
  return { from, to, length: to - from + changes.newLength - changes.length };
};

const read = (): void => {
  const began = performance.now();
  const whole = text.toString();
  note =
    note && unread ? editNote(note, editOf(unread), whole, choice ?? undefined) : openNote(whole, choice ?? undefined);
  unread = null;
  const { outline } = note;
  const tree = outlineTree(outline, text.lines);
  const delta = treeDelta(known ?? [], tree);
  const { notation, notes } = outline;
  const message: FromWorker = { key, revision, first: known === null, delta, notation, notes };
  known = tree.facts;
  const { parent, end, from, to, line, lines } = delta;
  postMessage(message, { transfer: [parent, end, from, to, line, lines].map(({ buffer }) => buffer as ArrayBuffer) });
  rest = Math.min(longestRest, Math.max(shortestRest, performance.now() - began));
};

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  clearTimeout(timer);
  revision = data.revision;
  if (data.kind === "open") {
    key = data.key;
    known = null;
    note = null;
    unread = null;
    text = Text.of(data.text.split("\n"));
    choice = data.choice;
    read();
    return;
  }
  if (data.kind === "choose") {
    choice = data.choice;
    read();
    return;
  }
  const changes = ChangeSet.fromJSON(data.changes);
  text = changes.apply(text);
  unread = unread ? unread.compose(changes) : changes;
  timer = setTimeout(read, rest);
});
