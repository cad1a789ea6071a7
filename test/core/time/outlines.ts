import type { Area, Level, Module, Outline } from "#core/outline/tree.ts";

/** A module as the tests write it: `"Title"`, or with its minutes. */
export type ModuleSketch = string | { title: string; planned?: number; spent?: number; link?: string };

/** An outline as the tests write it: area → level → modules. An empty level name stands for a level without a title. */
export type Sketch = Readonly<Record<string, Readonly<Record<string, readonly ModuleSketch[]>>>>;

/** Builds the outline that a note of this shape would have. Lines count up; spans are as long as the lines. */
export const outlineOf = (sketch: Sketch, minutes: Readonly<Record<string, number>> = {}): Outline => {
  let line = 1;
  const span = () => ({ from: line * 10, to: line * 10 + 10 });
  const moduleOf = (one: ModuleSketch): Module => {
    const { title, planned, spent, link } = typeof one === "string" ? { title: one } : one;
    line++;
    return {
      ...span(),
      title,
      line,
      minutes: planned ?? spent ?? null,
      planned: planned ?? null,
      spent: spent ?? null,
      times: [],
      state: "stub",
      open: { fixme: 0, todo: 0, questions: 0, stubs: 0 },
      link: link ?? null,
      mark: { form: "numbered", depth: 1, prefix: "", number: null, titleSpan: span() },
    };
  };
  const levelOf = ([title, modules]: [string, readonly ModuleSketch[]]): Level => {
    line++;
    return {
      ...span(),
      title: title || null,
      line: title ? line : null,
      minutes: minutes[title] ?? null,
      times: [],
      mark: null,
      modules: modules.map(moduleOf),
    };
  };
  const areas: Area[] = Object.entries(sketch).map(([title, levels]) => {
    line++;
    const own = line;
    return {
      ...span(),
      title,
      line: own,
      kind: "study",
      minutes: minutes[title] ?? null,
      times: [],
      mark: null,
      levels: Object.entries(levels).map(([name, modules]) => levelOf([name, modules])),
    };
  });
  return { areas, notation: { modules: "numbered", times: "dash", confidence: 1, words: "" }, notes: [] };
};
