import type { Block } from "./block.ts";
import { addressProblems } from "./checks/addresses.ts";
import { fieldProblems } from "./checks/fields.ts";
import { shapeProblems } from "./checks/shape.ts";
import { wordProblems } from "./checks/words.ts";
import type { Composed } from "./compose.ts";
import type { Fields } from "./fields.ts";
import type { DraftTarget } from "./targets.ts";

/** What can be wrong with a draft. */
export type ProblemKind =
  | "fixme"
  | "todo"
  | "question"
  | "placeholder"
  | "empty-bullet"
  | "empty-heading"
  | "heading-without-text"
  | "one-line-section"
  | "empty-draft"
  | "open-comment"
  | "dead-link"
  | "unknown-target"
  | "missing-image"
  | "image-outside"
  | "missing-alt"
  | "large-image"
  | "code-language"
  | "raw-html"
  | "title"
  | "description"
  | "tags"
  | "domain";

/** Something that is not ready, and what to do about it. */
export interface Problem {
  readonly kind: ProblemKind;
  /** Path of the note inside the notebook; null for the draft as a whole. */
  readonly note: string | null;
  /** 1-based line in the note. */
  readonly line: number | null;
  readonly message: string;
  readonly action: string;
  /** Whether the post can't go out like this; else it is advice. */
  readonly blocks: boolean;
}

/** What the check may ask about the notebook. Paths are inside it. */
export interface CheckOptions {
  /** Whether a file is there; without it, links and images are not looked up. */
  readonly exists?: (path: string) => boolean;
  /** A file's size in bytes; null when unknown. */
  readonly size?: (path: string) => number | null;
  readonly target?: DraftTarget;
}

/** Lists what is not ready in a draft, by its place in the notes; the same line and message stand once. */
export const checkDraft = (composed: Composed, fields: Fields, options: CheckOptions = {}): readonly Problem[] => {
  const blocks: readonly Block[] = composed.unfinished;
  const open = composed.open.map(
    ({ note, line, what }): Problem => ({
      kind: "open-comment",
      note,
      line,
      message: `A comment is opened with ${what} and never closed.`,
      action: `Close it with ${what === "%%" ? "%%" : "-->"}, or take it out.`,
      blocks: true,
    }),
  );
  const found = [
    ...open,
    ...wordProblems(blocks),
    ...shapeProblems(blocks, options.target),
    ...addressProblems(blocks, options),
    ...fieldProblems(fields, options.target),
  ];
  const seen = new Set<string>();
  return found
    .filter(({ note, line, kind, message }) => {
      const key = JSON.stringify([note, line, kind, message]);
      return !seen.has(key) && seen.add(key);
    })
    .sort((one, other) => (one.note === other.note ? (one.line ?? 0) - (other.line ?? 0) : 0));
};
