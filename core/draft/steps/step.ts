import type { Block, Place } from "../block.ts";

/** The steps from notes to prose, in the order in which they run. Each can be switched off. */
export const stepNames = [
  "private",
  "times",
  "outline",
  "prose",
  "words",
  "empty",
  "lines",
  "levels",
  "references",
] as const;

/** The name of one step. */
export type StepName = (typeof stepNames)[number];

/** What a step does, in words for the person. */
export const stepTitles: Readonly<Record<StepName, string>> = {
  private: "Take out private text",
  times: "Take out written times",
  outline: "Turn outlined sections into headings",
  prose: "Turn bullets of sentences into paragraphs",
  words: "Take out list numbers, area and level words",
  empty: "Take out empty bullets and headings",
  lines: "Join hard-wrapped lines",
  levels: "Let the title stand alone",
  references: "Number footnotes anew",
};

/** One thing that a step did, and the line of the note that it did it to. */
export interface Change extends Place {
  readonly what: string;
}

/** The outcome of a step on blocks. */
export interface Stepped {
  readonly blocks: readonly Block[];
  readonly changes: readonly Change[];
}
