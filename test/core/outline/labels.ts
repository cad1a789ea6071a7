import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Outline } from "#core/outline/tree.ts";

/** What a careful reader makes of a note, in the shape of the corpus' labels. */
export interface Label {
  readonly file: string;
  readonly areas: readonly {
    readonly title: string;
    readonly line: number;
    readonly kind: "study" | "other";
    readonly minutes?: number;
    readonly levels: readonly {
      readonly title: string | null;
      readonly line: number | null;
      readonly minutes?: number;
      readonly modules: readonly { readonly title: string; readonly line: number; readonly minutes: number | null }[];
    }[];
  }[];
}

/** One line per node, so that a difference reads well. */
export const linesOf = (areas: Label["areas"] | Outline["areas"]): string[] =>
  areas.flatMap((area) => [
    `${area.line} ${area.kind} ${area.title}${area.minutes == null ? "" : ` = ${area.minutes}`}`,
    ...area.levels.flatMap((level) => [
      `  ${level.line} ${level.title}${level.minutes == null ? "" : ` = ${level.minutes}`}`,
      ...level.modules.map((module) => `    ${module.line} ${module.title} = ${module.minutes}`),
    ]),
  ]);

/** Reads the labelled notes of a folder. */
export const labelled = (labels: string, notes: string): { name: string; label: Label; text: string }[] =>
  readdirSync(labels)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => {
      const label = JSON.parse(readFileSync(join(labels, name), "utf8")) as Label;
      return { name: label.file, label, text: readFileSync(join(notes, label.file), "utf8") };
    });
