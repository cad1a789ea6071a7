import { ChangeSet, Text } from "@codemirror/state";
import { recognise } from "#core/outline/recognise.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

// Keeps a copy of the note's text in step with the editor and reads it when the typing rests for a moment, away from
// the thread that types. A long note gets a longer rest, so that reading it never takes up the processor for good.
const shortestRest = 20;

let text = Text.empty;
let key = "";
let revision = 0;
let rest = shortestRest;
let timer: ReturnType<typeof setTimeout> | undefined;

const read = (): void => {
  const began = performance.now();
  const outline = recognise(text.toString());
  const message: FromWorker = { key, revision, outline, lines: text.lines };
  postMessage(message);
  rest = Math.max(shortestRest, (performance.now() - began) * 2);
};

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  clearTimeout(timer);
  revision = data.revision;
  if (data.kind === "open") {
    key = data.key;
    text = Text.of(data.text.split("\n"));
    read();
    return;
  }
  text = ChangeSet.fromJSON(data.changes).apply(text);
  timer = setTimeout(read, rest);
});
