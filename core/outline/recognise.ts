import { type Analysis, analyse } from "./analysis.ts";
import { buildAreas } from "./build.ts";
import type { Choice } from "./choice.ts";
import { notationOf } from "./describe.ts";
import type { Outline } from "./tree.ts";

/** The outline of a note whose lines have their roles. */
export const outlineOf = ({ facts, roles, notes }: Analysis): Outline => ({
  areas: buildAreas(facts, roles),
  notation: notationOf(facts, roles),
  notes,
});

/**
 * Reads the outline of a note out of whatever notation it is written in, overruled by `choice` where it fits. Never
 * fails: a note without structure gives its headings. Linear in the note's length.
 */
export const recognise = (text: string, choice?: Choice): Outline => outlineOf(analyse(text, choice));
