import type { ModulePath } from "../outline/tree.ts";

/** A stretch of tracked time on one module. */
export interface Session {
  /** Unique across machines; never reused. */
  readonly id: string;
  readonly module: ModulePath;
  /** ISO 8601 with offset. */
  readonly start: string;
  /** ISO 8601 with offset; null while it runs. */
  readonly end: string | null;
  readonly note: string | null;
}
