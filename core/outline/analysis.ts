import { candidatesOf } from "./candidates.ts";
import { type Choice, type ChosenRole, placeLines } from "./choice.ts";
import { Facts } from "./facts.ts";
import type { Scan } from "./lines.ts";
import { type Roles, rolesOf } from "./roles.ts";
import { scan } from "./scan.ts";
import { Source } from "./source.ts";

/** Everything that is known of a note once each line has its role. */
export interface Analysis {
  readonly facts: Facts;
  readonly roles: Roles;
  /** Roles that the person gave, by 0-based line. */
  readonly chosen: ReadonlyMap<number, ChosenRole>;
  /** What the person should know of their choice. */
  readonly notes: readonly string[];
}

/** Reads a note up to the roles of its lines. */
export const analyse = (text: string, choice?: Choice, lines: Scan = scan(text)): Analysis => {
  const source = new Source(text, lines);
  const { roles: chosen, lost } = placeLines(source, choice?.lines ?? []);
  const facts = new Facts(source, candidatesOf(source, chosen));
  const notes: string[] = [];
  const roles = rolesOf(facts, choice?.modules ?? null, chosen);
  if (choice?.modules && !roles.asChosen) {
    notes.push(
      `The notation chosen for this note (${choice.modules.form}) fits it no more, so it was read as it stands.`,
    );
  }
  for (const line of lost)
    notes.push(`The line "${line.text.slice(0, 60)}", chosen as ${line.role}, is in this note no more.`);
  return { facts, roles, chosen, notes };
};
