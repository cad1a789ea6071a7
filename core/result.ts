/** Why something could not be done, as a value that may cross the process border. */
export interface Failure {
  readonly code: FailureCode;
  /** One sentence for the person: what happened, and to which file. */
  readonly message: string;
  /** One sentence: what they can do now. */
  readonly action: string;
  /** Path as the person knows it (inside the notebook, or as given). */
  readonly file?: string;
  /** 1-based line in `file`. */
  readonly line?: number;
}

/** The reasons a program may branch on; everything else about a failure is text for people. */
export type FailureCode =
  | "not-found"
  | "not-allowed"
  | "not-text"
  | "too-large"
  | "read-only"
  | "disk-full"
  | "changed-on-disk"
  | "exists"
  | "bad-input"
  | "cancelled"
  | "io";

/** The outcome of a call that can fail. Nothing in Lectern throws across the process border. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/** Wraps a value as a success. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** Builds a failure from its code, sentence and remedy. */
export const fail = (
  code: FailureCode,
  message: string,
  action: string,
  place: { file?: string; line?: number } = {},
): Result<never> => ({ ok: false, error: { code, message, action, ...place } });
