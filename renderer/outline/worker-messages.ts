import type { Outline } from "#core/outline/tree.ts";

/** To the outline worker: a note was opened, or its text changed. `revision` counts up with every message. */
export type ToWorker =
  | { readonly kind: "open"; readonly key: string; readonly revision: number; readonly text: string }
  | { readonly kind: "change"; readonly revision: number; readonly changes: unknown };

/** From the outline worker: the outline of the text as it was at `revision`. */
export interface FromWorker {
  readonly key: string;
  readonly revision: number;
  readonly outline: Outline;
  /** How many lines the text has. */
  readonly lines: number;
}
