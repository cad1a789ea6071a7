import type { Area, Level, Module, Outline } from "#core/outline/tree.ts";

/** A module with whatever matters to a test; spans are given by its line, ten characters a line. */
export const module = (line: number, title: string, fields: Partial<Module> = {}): Module => ({
  title,
  line,
  from: line * 10,
  to: line * 10 + 10,
  minutes: fields.planned ?? fields.spent ?? null,
  planned: null,
  spent: null,
  times: [],
  state: "not-started",
  open: { fixme: 0, todo: 0, questions: 0, stubs: 0 },
  link: null,
  mark: { form: "numbered", depth: 1, prefix: "1. ", number: "1", titleSpan: { from: line * 10, to: line * 10 + 10 } },
  ...fields,
});

const spanOf = (line: number, inner: readonly { to: number }[]) => ({
  from: line * 10,
  to: inner.at(-1)?.to ?? line * 10 + 10,
});

export const level = (
  line: number,
  title: string | null,
  modules: readonly Module[],
  minutes: number | null = null,
): Level => ({
  title,
  line: title === null ? null : line,
  minutes,
  modules,
  mark: null,
  times: [],
  ...spanOf(line, modules),
});

export const area = (line: number, title: string, levels: readonly Level[], minutes: number | null = null): Area => ({
  title,
  line,
  kind: levels.length > 0 ? "study" : "other",
  minutes,
  levels,
  mark: null,
  times: [],
  ...spanOf(line, levels),
});

export const outline = (...areas: readonly Area[]): Outline => ({
  areas,
  notes: [],
  notation: { modules: "numbered", times: "dash", confidence: 1, words: "" },
});

/** Two areas: one with two levels, one whose modules have no level, and a report. */
export const sample: Outline = outline(
  area(1, "Kernels", [
    level(2, "Beginner", [
      module(3, "What a kernel is", { planned: 10, state: "done" }),
      module(4, "System calls", { planned: 45, spent: 60, open: { fixme: 1, todo: 1, questions: 0, stubs: 0 } }),
    ]),
    level(
      5,
      "Advanced",
      [module(6, "Scheduling", { state: "stub", open: { fixme: 0, todo: 0, questions: 0, stubs: 1 } })],
      90,
    ),
  ]),
  area(7, "Networks", [level(8, null, [module(8, "Après le câble", { spent: 15 }), module(9, "System calls")])]),
  area(10, "Report", []),
);
