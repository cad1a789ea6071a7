import { buildAreas } from "./build.ts";
import { candidatesOf } from "./candidate.ts";
import { notationOf } from "./describe.ts";
import { Facts } from "./facts.ts";
import { rolesOf } from "./roles.ts";
import { scan } from "./scan.ts";
import { Source } from "./source.ts";
import type { Outline } from "./tree.ts";

/** Reads the outline of a note out of whatever notation it is written in. Never fails: a note without structure gives its headings. */
export const recognise = (text: string): Outline => {
  const source = new Source(text, scan(text));
  const facts = new Facts(source, candidatesOf(source));
  const roles = rolesOf(facts);
  return { areas: buildAreas(facts, roles), notation: notationOf(facts, roles), notes: [] };
};
