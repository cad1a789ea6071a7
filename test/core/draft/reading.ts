import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Composed, compose } from "#core/draft/compose.ts";
import type { Part } from "#core/draft/part.ts";
import { findSection, listSections } from "#core/draft/section.ts";
import type { StepName } from "#core/draft/steps/step.ts";
import { recognise } from "#core/outline/recognise.ts";

const folder = new URL("../../fixtures/draft/", import.meta.url);

/** Full path of a fixture of the drafts. */
export const fixturePath = (name: string): string => fileURLToPath(new URL(name, folder));

/** Text of a fixture of the drafts. */
export const fixture = (name: string): string => readFileSync(new URL(name, folder), "utf8");

/** The section of this title as a part; the whole text where no title is given. */
export const partOf = (text: string, title?: string, note = "note.md"): Part => {
  const outline = recognise(text);
  if (title === undefined) return { note, text, section: null, outline };
  const { found } = findSection(listSections(text, outline), title);
  if (!found) throw new Error(`the fixture has no section "${title}"`);
  return { note, text, section: found, outline };
};

/** A whole text composed as a draft, without looking for written times. */
export const composed = (text: string, off: readonly StepName[] = []): Composed =>
  compose([{ note: "note.md", text, section: null }], { off });

/** The words of a text, in their order: runs of letters and digits, in lower case. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
