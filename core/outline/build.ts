import type { Candidate } from "./candidate.ts";
import { type Facts, isNamedTime } from "./facts.ts";
import { sourceOffset } from "./inline.ts";
import { levelBehind, levelInFront } from "./level-words.ts";
import { looseKey } from "./repeats.ts";
import type { Roles } from "./roles.ts";
import { areaTitle, areNumbered, tidyTitle, titleKey, withoutNumber } from "./title.ts";
import type { Area, Level, Module, Span, WrittenTime } from "./tree.ts";

/** A node while the tree is being built. */
interface Draft {
  readonly role: "area" | "other" | "level" | "module";
  readonly index: number;
  readonly from: number;
  to: number;
  times: WrittenTime[];
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

const timesOn = (facts: Facts, line: number): WrittenTime[] => {
  const { source } = facts;
  const reading = source.read(line);
  const offset = (source.starts[line] ?? 0) + (source.lines[line]?.start ?? 0);
  return reading.times.map((time) => ({
    kind: time.kind,
    minutes: time.minutes,
    line: line + 1,
    from: offset + sourceOffset(reading.inline, time.from),
    to: offset + sourceOffset(reading.inline, time.to - 1) + 1,
  }));
};

/** Minutes of a kind: those of one line add up, a later line only fills what is missing. */
const sumOf = (times: readonly WrittenTime[], kind: WrittenTime["kind"]): number | null => {
  const first = times.find((time) => time.kind === kind);
  if (!first) return null;
  return times
    .filter((time) => time.kind === kind && time.line === first.line)
    .reduce((sum, time) => sum + time.minutes, 0);
};

const minutesOf = (times: readonly WrittenTime[]): number | null => sumOf(times, "planned") ?? sumOf(times, "spent");

const offsetOf = (facts: Facts, candidate: Candidate): number => facts.source.starts[candidate.line] ?? 0;

/** Whether a line that only says a time belongs to the node above it, and is not some duration among notes. */
const belongs = (facts: Facts, nodeLine: number, timeLine: number): boolean => {
  const { source } = facts;
  if (isNamedTime(source, timeLine)) return true;
  let between = 0;
  for (let i = nodeLine + 1; i < timeLine; i++) if (source.lines[i]?.kind !== "blank") between++;
  return between <= 1;
};

const drafts = (facts: Facts, { roles }: Roles): Draft[] => {
  const nodes: Draft[] = [];
  const { all, source } = facts;
  roles.forEach((role, index) => {
    if (role === "area" || role === "other" || role === "level" || role === "module") {
      const from = offsetOf(facts, all[index] as Candidate);
      const last = nodes[nodes.length - 1];
      if (last) last.to = from;
      nodes.push({ role, index, from, to: source.text.length, times: timesOn(facts, (all[index] as Candidate).line) });
    }
  });
  let at = 0;
  for (const line of facts.timeLines) {
    while (at + 1 < nodes.length && (all[(nodes[at + 1] as Draft).index] as Candidate).line < line) at++;
    const node = nodes[at];
    const nodeLine = node ? (all[node.index] as Candidate).line : -1;
    if (!node || nodeLine >= line || node.role === "other") continue;
    if (belongs(facts, nodeLine, line)) node.times.push(...timesOn(facts, line));
  }
  return nodes;
};

const spanEnd = (nodes: readonly Draft[], at: number, ends: readonly Draft["role"][], length: number): number => {
  for (let i = at + 1; i < nodes.length; i++)
    if (ends.includes((nodes[i] as Draft).role)) return (nodes[i] as Draft).from;
  return length;
};

/** A title written over several lines: a wrapped sentence that goes on without a new thought. */
const wrapped = (facts: Facts, candidate: Candidate): string => {
  const { source } = facts;
  const { reading } = candidate;
  if (
    reading.times.length > 0 ||
    reading.inline.strong > 0 ||
    reading.inline.linked ||
    source.content(candidate.line).length < 50
  )
    return reading.title;
  let title = reading.title;
  for (let i = candidate.line + 1; i <= candidate.line + 2; i++) {
    const line = source.lines[i];
    if (line?.kind !== "text" || !line.continues || line.marker !== "") break;
    const content = source.content(i);
    if (!/^\p{Ll}/u.test(content) || /[.!?:]$/.test(title)) break;
    title = `${title} ${tidyTitle(content)}`;
  }
  return title;
};

const moduleOf = (facts: Facts, node: Draft, title: string): Module => {
  const candidate = facts.all[node.index] as Candidate;
  const repeated = facts.repeats.timed.get(looseKey(titleKey(candidate.reading.title)));
  const times =
    node.times.length === 0 && repeated !== undefined
      ? timesOn(facts, (facts.all[repeated] as Candidate).line)
      : node.times;
  return {
    from: node.from,
    to: node.to,
    title,
    line: candidate.line + 1,
    minutes: minutesOf(times),
    planned: sumOf(times, "planned"),
    spent: sumOf(times, "spent"),
    times,
    state: "not-started",
    open: { fixme: 0, todo: 0, questions: 0, stubs: 0 },
    link: candidate.reading.inline.links[0]?.url ?? candidate.reading.inline.urls[0] ?? null,
  };
};

/** Builds the tree of areas, levels and modules from the roles of the lines. */
export const buildAreas = (facts: Facts, roles: Roles): readonly Area[] => {
  const { all, source } = facts;
  const nodes = drafts(facts, roles);
  const areas: Open<Area & { levels: Open<Level & { modules: Module[] }>[] }>[] = [];
  const length = source.text.length;
  const plain = (index: number): string => (all[index] as Candidate).reading.title;
  const titlesOf = (role: Draft["role"]): string[] =>
    nodes.filter((node) => node.role === role).map(({ index }) => plain(index));
  const numbered = {
    area: areNumbered(titlesOf("area")),
    level: areNumbered(titlesOf("level")),
    module: areNumbered(titlesOf("module")),
    other: false,
  };
  const named = (index: number, role: Draft["role"]): string =>
    numbered[role] ? withoutNumber(plain(index)) : plain(index);
  const newLevel = (title: string | null, line: number | null, span: Span, minutes: number | null): void => {
    areas[areas.length - 1]?.levels.push({ title, line, ...span, minutes, modules: [] });
  };
  const inFront = nodes.filter((node) => node.role === "module" && levelInFront(plain(node.index))).length;
  const behind = nodes.filter((node) => node.role === "module" && levelBehind(plain(node.index))).length;
  nodes.forEach((node, at) => {
    const candidate = all[node.index] as Candidate;
    if (node.role === "area" || node.role === "other") {
      const to = spanEnd(nodes, at, ["area", "other"], length);
      areas.push({
        from: node.from,
        to,
        title: areaTitle(named(node.index, node.role)),
        line: candidate.line + 1,
        kind: node.role === "area" ? "study" : "other",
        minutes: minutesOf(node.times),
        levels: [],
      });
      return;
    }
    if (areas.length === 0 || areas[areas.length - 1]?.kind === "other") {
      const to = spanEnd(nodes, at, ["area", "other"], length);
      const title = facts.title >= 0 ? plain(facts.title) : "";
      areas.push({
        from: node.from,
        to,
        title,
        line: facts.title >= 0 ? (all[facts.title] as Candidate).line + 1 : candidate.line + 1,
        kind: "study",
        minutes: null,
        levels: [],
      });
    }
    const area = areas[areas.length - 1];
    if (node.role === "level") {
      const to = spanEnd(nodes, at, ["area", "other", "level"], length);
      newLevel(named(node.index, "level"), candidate.line + 1, { from: node.from, to }, minutesOf(node.times));
      return;
    }
    let title = wrapped(facts, candidate);
    if (numbered.module) title = withoutNumber(title);
    const own = inFront >= 2 ? levelInFront(title) : behind >= 2 ? levelBehind(title) : null;
    if (own) {
      title = tidyTitle(inFront >= 2 ? title.slice(own.to) : title.slice(0, own.to));
      if (area?.levels[area.levels.length - 1]?.title !== own.level)
        newLevel(own.level, candidate.line + 1, { from: node.from, to: node.to }, null);
    } else if (area?.levels.length === 0)
      newLevel(null, null, { from: node.from, to: spanEnd(nodes, at, ["area", "other", "level"], length) }, null);
    area?.levels[area.levels.length - 1]?.modules.push(moduleOf(facts, node, title));
  });
  return areas;
};
