import type { Choice } from "#core/outline/choice.ts";
import type { Notation } from "#core/outline/notation.ts";
import type { TreeDelta } from "./tree-delta.ts";

/**
 * To the outline worker: a note was opened, its text changed, or it is to be read in another way. `revision` counts up
 * with every message.
 */
export type ToWorker =
  | {
      readonly kind: "open";
      readonly key: string;
      readonly revision: number;
      readonly text: string;
      readonly choice: Choice | null;
    }
  | { readonly kind: "choose"; readonly revision: number; readonly choice: Choice | null }
  | { readonly kind: "change"; readonly revision: number; readonly changes: unknown };

/** From the outline worker: the outline of the text as it was at `revision`, as it differs from the one sent before. */
export interface FromWorker {
  readonly key: string;
  readonly revision: number;
  /** The first reading of a note differs from nothing. */
  readonly first: boolean;
  readonly delta: TreeDelta;
  readonly notation: Notation;
  /** What the person should know of their choice. */
  readonly notes: readonly string[];
}
