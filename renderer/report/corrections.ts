import type { Input } from "#core/api.ts";
import type { ModulePath } from "#core/outline/tree.ts";
import { formatInstant, MINUTE, parseInstant, systemZone } from "#core/time/instant.ts";
import type { Mend } from "#core/time/mending.ts";
import type { Session } from "#core/time/session.ts";
import { bridge } from "../bridge.ts";
import { notify } from "../state/notices.ts";
import { editTime, useTime } from "../state/time.ts";
import { exactSpan } from "./typed-span.ts";

/** A correction of the log, as the contract has it. */
export type Correction = Input<"editTime">;

/** Corrects the log, one correction after the other. Returns the sentence that says why one could not be made, or null. */
export async function correct(...corrections: readonly Correction[]): Promise<string | null> {
  for (const correction of corrections) {
    const result = await bridge.editTime(correction);
    if (!result.ok) return `${result.error.message} ${result.error.action}`.trim();
    useTime.setState(result.value);
  }
  return null;
}

/** Lets all sessions of a module follow it to another place. Returns the sentence that says why not, or null. */
export async function moveModule(from: ModulePath, to: ModulePath): Promise<string | null> {
  const result = await bridge.moveModules({ moves: [{ from, to }] });
  if (!result.ok) return `${result.error.message} ${result.error.action}`;
  useTime.setState(result.value);
  return null;
}

/** Takes the last correction back. */
export const undoCorrection = (): void => void editTime({ kind: "undo" });

/** Corrects at once and offers to take it back. `done`: what was done, as a sentence. */
export async function correctAndTell(correction: Correction, done: string): Promise<boolean> {
  if (!(await editTime(correction))) return false;
  notify({ kind: "news", message: done, advice: null, buttons: [{ label: "Undo", run: undoCorrection }] });
  return true;
}

/** Deletes a session. */
export const dropSession = ({ id, module }: Session): Promise<boolean> =>
  correctAndTell({ kind: "drop", id }, `A session on “${module.title}” was deleted.`);

/** The instant in the middle of a session, to the minute: where it is split unless one says otherwise. */
export const middleOf = ({ start, end }: Session): number => {
  const from = parseInstant(start);
  const to = parseInstant(end ?? start);
  return Math.floor((from + (to - from) / 2) / MINUTE) * MINUTE;
};

/** An instant as the contract takes it. */
export const written = (instant: number): string => formatInstant(instant, systemZone);

/** The correction that a mend is. */
export function mendingCorrection(mend: Mend): Correction {
  switch (mend.kind) {
    case "merge":
      return { kind: "merge", ids: mend.sessions.map(({ id }) => id) };
    case "drop":
      return { kind: "drop", id: mend.session.id };
    case "end":
      return { kind: "set", id: mend.session.id, text: exactSpan(parseInstant(mend.session.start), mend.at) };
    case "begin":
      return { kind: "set", id: mend.session.id, text: exactSpan(mend.at, parseInstant(mend.session.end ?? "")) };
  }
}
