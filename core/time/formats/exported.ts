import type { ModulePath } from "../../outline/tree.ts";
import { parseInstant, type Zone } from "../instant.ts";
import type { Session } from "../session.ts";

/** What an export is made of. */
export interface ExportInput {
  /** Ended and running; a running session is left out, because no format has a place for it. */
  readonly sessions: readonly Session[];
  /** Minutes planned for a module, where they are known; for the formats that have a field for them. */
  readonly planned: (module: ModulePath) => number | null;
  /** For the formats that write local time. */
  readonly zone: Zone;
  /** When the export is made. */
  readonly now: number;
}

/** An ended session with its instants. */
export interface Ended {
  readonly id: string;
  readonly module: ModulePath;
  readonly from: number;
  readonly to: number;
  readonly note: string | null;
}

/** The ended sessions, by start. */
export const endedOf = (sessions: readonly Session[]): Ended[] =>
  sessions
    .flatMap(({ id, module, start, end, note }) =>
      end === null ? [] : [{ id, module, from: parseInstant(start), to: parseInstant(end), note }],
    )
    .sort((a, b) => a.from - b.from);

/** Whole minutes, as tables show them. */
export const wholeMinutes = ({ from, to }: { readonly from: number; readonly to: number }): number =>
  Math.round((to - from) / 60_000);

/** A text on one line: line ends and other control characters become spaces. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
