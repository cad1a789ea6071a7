import { type Analysis, analyse } from "./analysis.ts";
import type { Candidate } from "./candidate.ts";
import type { Choice } from "./choice.ts";
import type { Facts } from "./facts.ts";
import type { Line } from "./lines.ts";
import type { Role } from "./roles.ts";

/** A line of a note and what it was taken for. */
export interface Explained {
  /** 1-based. */
  readonly line: number;
  readonly role: Role | "time" | "outside";
  /** One clause for the person. */
  readonly why: string;
}

const outside: Partial<Record<Line["kind"], string>> = {
  code: "code holds no structure",
  fence: "a code fence",
  html: "raw HTML",
  comment: "an HTML comment holds nothing",
  front: "front matter",
  rule: "a line across the page",
  underline: "underlines the heading above",
};

const because = (facts: Facts, index: number, role: Role): string => {
  const candidate = facts.all[index] as Candidate;
  const { reading } = candidate;
  switch (role) {
    case "title":
      return "the first heading names the whole note";
    case "area":
      return candidate.rank < 10
        ? `a heading of depth ${candidate.rank} with modules or levels of its own`
        : "holds the levels and modules beneath it";
    case "other":
      return "a section that is nothing to study";
    case "level":
      return facts.level[index] ? "names a step of mastery" : "stands between the area and its modules";
    case "group":
      return "only groups modules inside their level";
    case "contents":
      return facts.repeats.headings.has(index)
        ? "opens a list that repeats the outline"
        : "repeats a title that stands elsewhere";
    case "module":
      if (reading.times.length > 0) return "has a time of its own";
      if (facts.weight(index) >= 4) return "has a time beneath it";
      if (reading.kind) return "opens with a kind of work";
      if (reading.linked) return "is a link, as other modules are";
      return "is written like the other modules";
    case "note":
      if (reading.placeholder) return "only holds a place";
      if (facts.other[index] !== -1) return "lies in a section that is nothing to study";
      return "notes of what stands above";
  }
};

/** Explains an analysis line by line; blank lines are left out. */
export const explainAnalysis = ({ facts, roles, chosen }: Analysis): readonly Explained[] => {
  const { source } = facts;
  const byLine = new Map<number, number>();
  facts.all.forEach((candidate, index) => {
    byLine.set(candidate.line, index);
  });
  const times = new Set(facts.timeLines);
  const explained: Explained[] = [];
  source.lines.forEach((line, at) => {
    if (line.kind === "blank") return;
    const index = byLine.get(at);
    const why = outside[line.kind];
    if (chosen.has(at) && index !== undefined)
      explained.push({ line: at + 1, role: roles.roles[index] as Role, why: "chosen by you" });
    else if (index !== undefined) {
      const role = roles.roles[index] as Role;
      explained.push({ line: at + 1, role, why: because(facts, index, role) });
    } else if (times.has(at)) explained.push({ line: at + 1, role: "time", why: "says a time and nothing else" });
    else if (why !== undefined) explained.push({ line: at + 1, role: "outside", why });
    else explained.push({ line: at + 1, role: "note", why: "notes of what stands above" });
  });
  return explained;
};

/** Says for each line of a note that holds something what it was taken for, and why. */
export const explain = (text: string, choice?: Choice): readonly Explained[] => explainAnalysis(analyse(text, choice));
