import { analyse } from "#core/outline/analysis.ts";
import type { Choice, ChosenRole } from "#core/outline/choice.ts";
import { notationOf } from "#core/outline/describe.ts";
import { type Explained, explainAnalysis } from "#core/outline/explain.ts";
import { headings } from "#core/outline/headings.ts";
import type { ModuleForm, Notation } from "#core/outline/notation.ts";

/** A line of the note as the list shows it. */
export interface ReadLine extends Explained {
  /** The line without white space around it. */
  readonly text: string;
  /** The role that the person gave it; null where it was read. */
  readonly chosen: ChosenRole | null;
}

/** How a note was read, line by line. */
export interface Reading {
  readonly lines: readonly ReadLine[];
  readonly notation: Notation;
  /** What is said of a choice that fits no more. */
  readonly notes: readonly string[];
  /** Where each line starts, for naming lines of this very text. */
  readonly source: { readonly text: string; readonly starts: readonly number[] };
}

/** Reads a note and says how; blank lines are left out. */
export function readingOf(text: string, choice: Choice): Reading {
  const analysis = analyse(text, choice);
  const { source } = analysis.facts;
  const lines = explainAnalysis(analysis).map((explained) => ({
    ...explained,
    text: source.line(explained.line - 1).trim(),
    chosen: analysis.chosen.get(explained.line - 1) ?? null,
  }));
  const notation = notationOf(analysis.facts, analysis.roles);
  return { lines, notation, notes: analysis.notes, source: { text, starts: source.starts } };
}

/** How sure a reading is, in words. `confidence`: 0 to 1. */
export const sureness = (confidence: number): string =>
  confidence >= 0.85 ? "sure" : confidence >= 0.6 ? "fairly sure" : confidence > 0 ? "a guess" : "nothing to go by";

/** A form to read modules in, as a choice keeps it, and its words. */
export interface FormChoice {
  readonly form: ModuleForm;
  readonly depth: number | null;
  readonly words: string;
}

const others: readonly FormChoice[] = [
  { form: "numbered", depth: null, words: "numbered items" },
  { form: "bullet", depth: null, words: "bullets" },
  { form: "quote", depth: null, words: "quoted lines" },
  { form: "bold", depth: null, words: "bold lines" },
  { form: "link", depth: null, words: "linked lines" },
  { form: "line", depth: null, words: "lines of text" },
  { form: "table", depth: null, words: "table rows" },
];

/** The forms that modules of a note can be read in: headings of each depth that it has, and the others. */
export function formsFor(text: string): readonly FormChoice[] {
  const depths = [...new Set(headings(text).map(({ depth }) => depth))].sort((a, b) => a - b);
  return [
    ...depths.map((depth): FormChoice => ({ form: "heading", depth, words: `${"#".repeat(depth)} headings` })),
    ...others,
  ];
}
