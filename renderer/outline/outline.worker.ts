import { ChangeSet, Text } from "@codemirror/state";
import type { Choice } from "#core/outline/choice.ts";
import { recognise } from "#core/outline/recognise.ts";
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
/** What the window knows; null before the first reading of a note. */
let known: readonly NodeFacts[] | null = null;

const read = (): void => {
  const began = performance.now();
  const outline = recognise(text.toString(), choice ?? undefined);
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
  text = ChangeSet.fromJSON(data.changes).apply(text);
  timer = setTimeout(read, rest);
});
