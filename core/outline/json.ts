import type { Outline } from "./tree.ts";

/** An outline as `lectern outline --json` prints it. */
export interface OutlineJson {
  readonly areas: readonly {
    readonly title: string;
    readonly line: number;
    readonly kind: "study" | "other";
    readonly minutes: number | null;
    readonly levels: readonly {
      readonly title: string | null;
      readonly line: number | null;
      readonly minutes: number | null;
      readonly modules: readonly {
        readonly title: string;
        readonly line: number;
        readonly minutes: number | null;
        readonly planned: number | null;
        readonly spent: number | null;
        readonly state: string;
      }[];
    }[];
  }[];
  /** Minutes of all modules of study areas. */
  readonly total_minutes: number;
  readonly notation: string;
}

/** The outline for the terminal: lines are 1-based, times are minutes. */
export const outlineJson = (outline: Outline): OutlineJson => ({
  areas: outline.areas.map((area) => ({
    title: area.title,
    line: area.line,
    kind: area.kind,
    minutes: area.minutes,
    levels: area.levels.map((level) => ({
      title: level.title,
      line: level.line,
      minutes: level.minutes,
      modules: level.modules.map(({ title, line, minutes, planned, spent, state }) => ({
        title,
        line,
        minutes,
        planned,
        spent,
        state,
      })),
    })),
  })),
  total_minutes: outline.areas
    .flatMap((area) => area.levels)
    .flatMap((level) => level.modules)
    .reduce((sum, module) => sum + (module.minutes ?? 0), 0),
  notation: outline.notation.words,
});
