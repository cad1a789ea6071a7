import type { ChangeSet } from "@codemirror/state";
import type { Choice } from "#core/outline/choice.ts";
import type { Notation } from "#core/outline/notation.ts";
import { emptyTree, type OutlineTree } from "./outline-tree.ts";
import { withDelta } from "./tree-delta.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

/** Reads the outline of the open note in a worker, and keeps old positions right while newer text is being read. */
export interface Recogniser {
  /** Starts on another note. `choice`: how the person overruled its reading. */
  readonly open: (key: string, text: string, choice: Choice | null) => void;
  /** Reads the note anew, by another choice. */
  readonly choose: (choice: Choice | null) => void;
  /** Follows a change of the text. */
  readonly change: (changes: ChangeSet) => void;
  /** Carries an offset of the last outline into the text as it is now. */
  readonly map: (offset: number) => number;
}

/**
 * `onOutline` hears of each outline with the key of its note, and what is to be said of the choice; answers for a note that was left are dropped.
 * `onError` hears of a reading that broke: the outline then stays as it was.
 */
export function createRecogniser(
  onOutline: (key: string, tree: OutlineTree, notation: Notation, notes: readonly string[]) => void,
  onError: (message: string) => void,
): Recogniser {
  const worker = new Worker(new URL("./outline.worker.ts", import.meta.url), { type: "module", name: "outline" });
  let current = "";
  let opened = 0;
  let revision = 0;
  let tree = emptyTree;
  let unread: { readonly revision: number; readonly changes: ChangeSet }[] = [];
  const post = (message: ToWorker): void => worker.postMessage(message);
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    if (data.key !== current || data.revision < opened) return;
    unread = unread.filter((change) => change.revision > data.revision);
    tree = withDelta(data.first ? [] : tree.facts, data.delta);
    onOutline(data.key, tree, data.notation, data.notes);
  });
  worker.addEventListener("error", (event) => onError(`The outline could not be read: ${event.message}`));
  return {
    open: (key, text, choice) => {
      current = key;
      unread = [];
      tree = emptyTree;
      opened = ++revision;
      post({ kind: "open", key, revision, text, choice });
    },
    choose: (choice) => post({ kind: "choose", revision: ++revision, choice }),
    change: (changes) => {
      unread.push({ revision: ++revision, changes });
      post({ kind: "change", revision, changes: changes.toJSON() });
    },
    map: (offset) => unread.reduce((at, { changes }) => changes.mapPos(Math.min(at, changes.length), 1), offset),
  };
}
