import { describe, expect, it } from "vitest";
import type { Module, ModuleState } from "#core/outline/tree.ts";
import { fixedZone } from "#core/time/instant.ts";
import { planRows } from "#core/time/plan.ts";
import { report } from "#core/time/report.ts";
import type { Session } from "#core/time/session.ts";
import {
  filterPlan,
  nextSort,
  type PlanFilter,
  type PlanSort,
  sortPlan,
} from "../../../renderer/report/plan-filter.ts";
import { planLines } from "../../../renderer/report/plan-lines.ts";
import { outlineOf } from "../../core/time/outlines.ts";

const withFacts = (facts: Record<string, Partial<Module>>, outline: ReturnType<typeof outlineOf>) => ({
  ...outline,
  areas: outline.areas.map((area) => ({
    ...area,
    levels: area.levels.map((level) => ({
      ...level,
      modules: level.modules.map((module): Module => ({ ...module, state: "not-started", ...facts[module.title] })),
    })),
  })),
});
const open = (fixme: number, stubs = 0) => ({ fixme, todo: 0, questions: 0, stubs });
const notes = [
  {
    note: "Küche/Brot.md",
    outline: withFacts(
      { Knead: { state: "done" }, Bake: { state: "stub", open: open(0, 2) }, Cool: { open: open(1) } },
      outlineOf({ Bread: { First: [{ title: "Knead", planned: 10 }, { title: "Bake", planned: 40 }, "Cool"] } }),
    ),
  },
  {
    note: "Sea.md",
    outline: withFacts({}, outlineOf({ Bread: { "": [{ title: "Biscuit 10", planned: 20 }, "Biscuit 9"] } })),
  },
];
const sessions: Session[] = [
  {
    id: "1",
    module: { note: "Küche/Brot.md", area: "Bread", level: "First", title: "Knead" },
    start: "2026-11-23T09:00:00Z",
    end: "2026-11-23T09:25:00Z",
    note: null,
  },
];
const made = report({ sessions, notes, range: null, now: Date.parse("2026-11-24T00:00:00Z"), zone: fixedZone(0) });
const rows = planRows(notes, made);
const filter = (more: Partial<PlanFilter>): PlanFilter => ({ text: "", marks: new Set(), states: new Set(), ...more });
const titles = (more: Partial<PlanFilter>) => filterPlan(rows, filter(more)).map(({ path }) => path.title);
const sorted = (sort: PlanSort) => sortPlan(rows, sort).map(({ path }) => path.title);

describe("the plan's filter", () => {
  it("finds words in the title, level, area and note, without accents and capitals", () => {
    expect(titles({ text: "kuche FIRST" })).toEqual(["Knead", "Bake", "Cool"]);
    expect(titles({ text: "bread biscuit" })).toEqual(["Biscuit 10", "Biscuit 9"]);
    expect(titles({ text: "nothing" })).toEqual([]);
    expect(titles({ text: "  " })).toHaveLength(5);
  });

  it("picks modules by their marks, any of them", () => {
    expect(titles({ marks: new Set(["stubs"]) })).toEqual(["Bake"]);
    expect(titles({ marks: new Set(["todo"]) })).toEqual(["Cool"]);
    expect(titles({ marks: new Set(["no time"]) })).toEqual(["Cool", "Biscuit 9"]);
    expect(titles({ marks: new Set(["over time"]) })).toEqual(["Knead"]);
    expect(titles({ marks: new Set(["stubs", "todo"]) })).toEqual(["Bake", "Cool"]);
  });

  it("picks modules by their state, and by marks and state together", () => {
    expect(titles({ states: new Set<ModuleState>(["done", "stub"]) })).toEqual(["Knead", "Bake"]);
    expect(titles({ states: new Set<ModuleState>(["not-started"]), marks: new Set(["no time"]) })).toEqual([
      "Cool",
      "Biscuit 9",
    ]);
  });
});

describe("the plan's order", () => {
  it("sorts numbers as numbers, and in titles as people count", () => {
    expect(sorted({ key: "planned", down: true })).toEqual(["Bake", "Biscuit 10", "Knead", "Cool", "Biscuit 9"]);
    expect(sorted({ key: "title", down: false })).toEqual(["Bake", "Biscuit 9", "Biscuit 10", "Cool", "Knead"]);
    expect(sorted({ key: "state", down: true })[0]).toBe("Knead");
  });

  it("is the notes' own until one sorts, and again after the third click", () => {
    expect(sorted(null)).toEqual(["Knead", "Bake", "Cool", "Biscuit 10", "Biscuit 9"]);
    const first = nextSort(null, "tracked");
    expect(first).toEqual({ key: "tracked", down: true });
    expect(nextSort(first, "tracked")).toEqual({ key: "tracked", down: false });
    expect(nextSort(nextSort(first, "tracked"), "tracked")).toBeNull();
    expect(nextSort(first, "title")).toEqual({ key: "title", down: false });
  });

  it("leaves equal rows as they were", () => {
    expect(sorted({ key: "area", down: true })).toEqual(["Knead", "Bake", "Cool", "Biscuit 10", "Biscuit 9"]);
  });
});

describe("the plan's lines", () => {
  const lines = (more: Partial<Parameters<typeof planLines>[2]>) =>
    planLines(rows, made, {
      filter: filter({}),
      sort: null,
      by: "area",
      joined: false,
      folded: new Set(),
      ...more,
    }).lines.map((line) =>
      line.kind === "group" ? `${line.group.names.at(-1)} ${line.group.total.planned}` : line.row.path.title,
    );

  it("stand under their groups, sorted within them", () => {
    expect(lines({ sort: { key: "title", down: false } })).toEqual([
      "Bread 50",
      "Bake",
      "Cool",
      "Knead",
      "Bread 20",
      "Biscuit 9",
      "Biscuit 10",
    ]);
  });

  it("come together across notes, fold away, and add up what a filter leaves", () => {
    expect(lines({ joined: true })).toEqual(["Bread 70", "Knead", "Bake", "Cool", "Biscuit 10", "Biscuit 9"]);
    expect(lines({ joined: true, folded: new Set(['["bread"]']) })).toEqual(["Bread 70"]);
    expect(lines({ joined: true, filter: filter({ text: "kn" }) })).toEqual(["Bread 10", "Knead"]);
    expect(lines({ by: "none" })).toHaveLength(5);
  });

  it("of ten thousand modules are there at once", () => {
    const many = Array.from({ length: 12_000 }, (_, at) => ({
      ...(rows[at % rows.length] as (typeof rows)[number]),
      key: String(at),
    }));
    const begin = performance.now();
    const { lines: all } = planLines(many, made, {
      filter: filter({ text: "b" }),
      sort: { key: "title", down: true },
      by: "state",
      joined: false,
      folded: new Set(),
    });
    expect(all.length).toBeGreaterThan(10_000);
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});
