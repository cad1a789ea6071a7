import type { ModuleForm, Notation } from "./notation.ts";

/** A half-open range of UTF-16 code units in the note's text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** `study`: something one works through. `other`: blog post, report, references, summary. */
export type AreaKind = "study" | "other";

/** How far a module has come, told from what stands beneath it and from the note's own marks. */
export type ModuleState = "not-started" | "stub" | "in-progress" | "done";

/** How a node is written on its own line, for what changes it in place. */
export interface Mark {
  readonly form: ModuleForm;
  /** Depth of a heading (1 to 6) or of a list item (from 1); 0 for other forms. */
  readonly depth: number;
  /** What stands on the line before its content: indentation, quote marks, list marker, heading marks. */
  readonly prefix: string;
  /** Number in front of the title as written, without the mark behind it ("3.1", "2"); null where none stands. */
  readonly number: string | null;
  readonly titleSpan: Span;
}

/** A duration that stands in the note for a module, level or area. */
export interface WrittenTime extends Span {
  /** `planned`: a bare duration ("45 min"). `spent`: one with a word for it ("took ~15 min"). */
  readonly kind: "planned" | "spent";
  readonly minutes: number;
  /** 1-based. */
  readonly line: number;
}

/** What is left open in a module's notes, as counts. */
export interface Open {
  readonly fixme: number;
  readonly todo: number;
  /** Lone question marks and `???`. */
  readonly questions: number;
  /** Empty bullets and placeholders. */
  readonly stubs: number;
}

/** What one sits down to do: a video, a lab, a reading. Its span runs from its own line to the next node's. */
export interface Module extends Span {
  /** Plain text: no emphasis, links, numbers, or written time. */
  readonly title: string;
  /** 1-based line of the module's own line. */
  readonly line: number;
  /** The written minutes that a reader would name: planned where there is one, else spent; null where none stands. */
  readonly minutes: number | null;
  readonly planned: number | null;
  readonly spent: number | null;
  readonly times: readonly WrittenTime[];
  readonly state: ModuleState;
  readonly open: Open;
  /** Address of the link on the module's own line, as written. */
  readonly link: string | null;
  readonly mark: Mark;
}

/** A step of mastery inside an area. `title` and `line` are null where the note names none. */
export interface Level extends Span {
  readonly title: string | null;
  readonly line: number | null;
  /** Time written for the level as a whole, never the sum of its modules. */
  readonly minutes: number | null;
  readonly times: readonly WrittenTime[];
  /** Null where the note names no level, or names it in the module's own line. */
  readonly mark: Mark | null;
  readonly modules: readonly Module[];
}

/** A subject. An area of kind `other` has no levels. */
export interface Area extends Span {
  readonly title: string;
  readonly line: number;
  readonly kind: AreaKind;
  /** Time written for the area as a whole, never the sum of its modules. */
  readonly minutes: number | null;
  readonly times: readonly WrittenTime[];
  /** Null where no line of the note is the area's own. */
  readonly mark: Mark | null;
  readonly levels: readonly Level[];
}

/** The tree of one note. */
export interface Outline {
  readonly areas: readonly Area[];
  /** How this note was read, and how sure the reading is. */
  readonly notation: Notation;
  /** Sentences for the person, such as that a chosen notation fits no more. */
  readonly notes: readonly string[];
}

/** Names a module across notes and edits: the path that a session is kept under. */
export interface ModulePath {
  /** Path of the note inside the notebook, with `/`. */
  readonly note: string;
  readonly area: string | null;
  readonly level: string | null;
  readonly title: string;
}
