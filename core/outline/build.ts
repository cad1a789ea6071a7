import type { Candidate } from "./candidate.ts";
import type { Facts } from "./facts.ts";
import { levelBehind, levelInFront } from "./level-words.ts";
import { markOf } from "./mark.ts";
import { minutesAs, minutesOf, type Node, nodesOf, timesOn } from "./nodes.ts";
import type { Roles } from "./roles.ts";
import { bodyOf } from "./state.ts";
import { areaTitle, areNumbered, tidyTitle, withoutNumber } from "./title.ts";
import type { Area, Level, Module } from "./tree.ts";

type Open<T> = { -readonly [K in keyof T]: T[K] };
type OpenLevel = Open<Omit<Level, "modules">> & { modules: Module[] };
type OpenArea = Open<Omit<Area, "levels">> & { levels: OpenLevel[] };

const startsArea = (node: Node): boolean => node.role === "area" || node.role === "other";
const startsLevel = (node: Node): boolean => node.role !== "module";

/** The first line (0-based) that starts at or behind an offset. */
const lineAt = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** A title written over several lines: a wrapped sentence that goes on without a new thought. */
const wrapped = ({ source }: Facts, { line, reading }: Candidate): string => {
  let { title } = reading;
  if (reading.times.length > 0 || reading.inline.strong > 0 || reading.inline.linked || reading.content.length < 50)
    return title;
  for (let i = line + 1; i <= line + 2; i++) {
    const next = source.lines[i];
    if (next?.kind !== "text" || !next.continues || next.marker !== "") break;
    const content = source.content(i);
    if (!/^\p{Ll}/u.test(content) || /[.!?:]$/.test(title)) break;
    title = `${title} ${tidyTitle(content)}`;
  }
  return title;
};

/** Puts nodes together to a tree, in the order in which they stand. */
class Builder {
  readonly areas: OpenArea[] = [];
  private readonly facts: Facts;
  private readonly nodes: readonly Node[];
  private readonly isTime: ReadonlySet<number>;
  private readonly numbered: Readonly<Record<Node["role"], boolean>>;
  private readonly levelOf: ((title: string) => { level: string; title: string } | null) | null;

  constructor(facts: Facts, roles: Roles) {
    this.facts = facts;
    this.nodes = nodesOf(facts, roles);
    this.isTime = new Set(facts.timeLines);
    const titles = (role: Node["role"]): string[] =>
      this.nodes.filter((node) => node.role === role).map((node) => node.candidate.reading.title);
    const modules = titles("module");
    // A report or references may be numbered on from the areas.
    const sections = this.nodes.filter(startsArea).map((node) => node.candidate.reading.title);
    this.numbered = {
      area: areNumbered(titles("area")),
      level: areNumbered(titles("level")),
      module: areNumbered(modules),
      other: areNumbered(sections),
    };
    this.levelOf = levelReader(modules);
  }

  run(): readonly Area[] {
    this.nodes.forEach((node, at) => {
      if (startsArea(node)) this.area(node, at);
      else if (node.role === "level") this.level(node, at);
      else this.module(node, at);
    });
    return this.areas;
  }

  private title({ role, candidate }: Node): string {
    const { title } = candidate.reading;
    return this.numbered[role] ? withoutNumber(title) : title;
  }

  private end(at: number, stops: (node: Node) => boolean): number {
    for (let i = at + 1; i < this.nodes.length; i++)
      if (stops(this.nodes[i] as Node)) return (this.nodes[i] as Node).from;
    return this.facts.source.text.length;
  }

  private area(node: Node, at: number): void {
    const title = areaTitle(this.title(node));
    this.areas.push({
      from: node.from,
      to: this.end(at, startsArea),
      title,
      line: node.candidate.line + 1,
      kind: node.role === "area" ? "study" : "other",
      minutes: minutesOf(node.times),
      times: node.times,
      mark: markOf(this.facts.source, node.candidate, title),
      levels: [],
    });
  }

  /** The area that is open, or one that takes the note's title where none is. */
  private openArea(node: Node, at: number): OpenArea {
    const last = this.areas[this.areas.length - 1];
    if (last?.kind === "study") return last;
    const title = this.facts.title >= 0 ? (this.facts.all[this.facts.title] as Candidate) : null;
    const area: OpenArea = {
      from: node.from,
      to: this.end(at, startsArea),
      title: title?.reading.title ?? "",
      line: (title ?? node.candidate).line + 1,
      kind: "study",
      minutes: null,
      times: [],
      mark: null,
      levels: [],
    };
    this.areas.push(area);
    return area;
  }

  private level(node: Node, at: number): void {
    const title = this.title(node);
    this.openArea(node, at).levels.push({
      title,
      line: node.candidate.line + 1,
      from: node.from,
      to: this.end(at, startsLevel),
      minutes: minutesOf(node.times),
      times: node.times,
      mark: markOf(this.facts.source, node.candidate, title),
      modules: [],
    });
  }

  /** A level without a line of its own. */
  private plainLevel(area: OpenArea, title: string | null, line: number | null, from: number, to: number): OpenLevel {
    const level: OpenLevel = { title, line, from, to, minutes: null, times: [], mark: null, modules: [] };
    area.levels.push(level);
    return level;
  }

  private module(node: Node, at: number): void {
    const area = this.openArea(node, at);
    const written = wrapped(this.facts, node.candidate);
    const title = this.numbered.module ? withoutNumber(written) : written;
    let level = area.levels[area.levels.length - 1];
    const own = this.levelOf?.(title) ?? null;
    if (own && level?.title !== own.level)
      level = this.plainLevel(area, own.level, node.candidate.line + 1, node.from, node.to);
    level ??= this.plainLevel(area, null, null, node.from, this.end(at, startsLevel));
    if (level.mark === null) level.to = node.to;
    level.modules.push(this.moduleOf(node, own?.title ?? title));
  }

  private moduleOf(node: Node, title: string): Module {
    const { facts } = this;
    const { source, repeats } = facts;
    const { reading, line } = node.candidate;
    const listed = node.times.length === 0 && repeats.timed.size > 0 ? repeats.timed.get(reading.key) : undefined;
    const times = listed === undefined ? node.times : timesOn(facts, (facts.all[listed] as Candidate).line);
    return {
      from: node.from,
      to: node.to,
      title,
      line: line + 1,
      minutes: minutesOf(times),
      planned: minutesAs(times, "planned"),
      spent: minutesAs(times, "spent"),
      times,
      ...bodyOf(source, line, line + 1, lineAt(source.starts, node.to), reading.done, this.isTime),
      link: reading.inline.links[0]?.url ?? reading.inline.urls[0] ?? null,
      mark: markOf(source, node.candidate, title),
    };
  }
}

/** How the note names levels inside its modules' own lines; null where it does so less than twice. */
const levelReader = (
  titles: readonly string[],
): ((title: string) => { level: string; title: string } | null) | null => {
  const front = (title: string): { level: string; title: string } | null => {
    const found = levelInFront(title);
    return found ? { level: found.level, title: tidyTitle(title.slice(found.to)) } : null;
  };
  const behind = (title: string): { level: string; title: string } | null => {
    const found = levelBehind(title);
    return found ? { level: found.level, title: tidyTitle(title.slice(0, found.to)) } : null;
  };
  if (titles.filter(front).length >= 2) return front;
  return titles.filter(behind).length >= 2 ? behind : null;
};

/** Builds the tree of areas, levels and modules from the roles of the lines. */
export const buildAreas = (facts: Facts, roles: Roles): readonly Area[] => new Builder(facts, roles).run();
