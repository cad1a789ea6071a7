import type { ChangeSet } from "@codemirror/state";
import type { Outline } from "#core/outline/tree.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

/** Reads the outline of the open note in a worker, and keeps old positions right while newer text is being read. */
export interface Recogniser {
  /** Starts on another note. */
  readonly open: (key: string, text: string) => void;
  /** Follows a change of the text. */
  readonly change: (changes: ChangeSet) => void;
  /** Carries an offset of the last outline into the text as it is now. */
  readonly map: (offset: number) => number;
}

/**
 * `onOutline` hears of each outline with the key of its note and how many lines that has; answers for a note that was left are dropped.
 * `onError` hears of a reading that broke: the outline then stays as it was.
 */
export function createRecogniser(
  onOutline: (key: string, outline: Outline, lines: number) => void,
  onError: (message: string) => void,
): Recogniser {
  const worker = new Worker(new URL("./outline.worker.ts", import.meta.url), { type: "module", name: "outline" });
  let current = "";
  let revision = 0;
  let unread: { readonly revision: number; readonly changes: ChangeSet }[] = [];
  const post = (message: ToWorker): void => worker.postMessage(message);
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    if (data.key !== current) return;
    unread = unread.filter((change) => change.revision > data.revision);
    onOutline(data.key, data.outline, data.lines);
  });
  worker.addEventListener("error", (event) => onError(`The outline could not be read: ${event.message}`));
  return {
    open: (key, text) => {
      current = key;
      unread = [];
      post({ kind: "open", key, revision: ++revision, text });
    },
    change: (changes) => {
      unread.push({ revision: ++revision, changes });
      post({ kind: "change", revision, changes: changes.toJSON() });
    },
    map: (offset) => unread.reduce((at, { changes }) => changes.mapPos(Math.min(at, changes.length), 1), offset),
  };
}
