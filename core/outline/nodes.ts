import type { Candidate } from "./candidate.ts";
import { type Facts, isNamedTime } from "./facts.ts";
import { opensDetails } from "./html-block.ts";
import { sourceOffset } from "./inline.ts";
import type { Roles } from "./roles.ts";
import type { WrittenTime } from "./tree.ts";

/** A line that becomes a node of the tree, with the times that belong to it. */
export interface Node {
  readonly role: "area" | "other" | "level" | "module";
  readonly candidate: Candidate;
  readonly from: number;
  to: number;
  readonly times: WrittenTime[];
}

/** The times written on a line (0-based), with their places in the note. */
export const timesOn = ({ source }: Facts, line: number): WrittenTime[] => {
  const { inline, times } = source.read(line);
  const offset = (source.starts[line] ?? 0) + (source.lines[line]?.start ?? 0);
  return times.map(({ kind, minutes, from, to }) => ({
    kind,
    minutes,
    line: line + 1,
    from: offset + sourceOffset(inline, from),
    to: offset + sourceOffset(inline, to - 1) + 1,
  }));
};

/** Minutes of a kind: those of one line add up, a later line only fills what is missing. */
export const minutesAs = (times: readonly WrittenTime[], kind: WrittenTime["kind"]): number | null => {
  const first = times.find((time) => time.kind === kind);
  if (!first) return null;
  return times.reduce((sum, time) => (time.kind === kind && time.line === first.line ? sum + time.minutes : sum), 0);
};

/** The minutes a reader would name: planned where there are some, else spent. */
export const minutesOf = (times: readonly WrittenTime[]): number | null =>
  minutesAs(times, "planned") ?? minutesAs(times, "spent");

/** Whether a line that only says a time belongs to the node above it, and is not some duration among notes. */
const belongs = ({ source }: Facts, nodeLine: number, timeLine: number): boolean => {
  if (isNamedTime(source, timeLine)) return true;
  let between = 0;
  for (let i = nodeLine + 1; i < timeLine && between <= 1; i++) if (source.lines[i]?.kind !== "blank") between++;
  return between <= 1;
};

/** The line (0-based) at which what a line names starts: a summary takes the `<details>` above along. */
const firstLine = ({ lines, starts, text }: Facts["source"], line: number): number =>
  lines[line]?.kind === "summary" &&
  lines[line - 1]?.kind === "html" &&
  opensDetails(text.slice(starts[line - 1], starts[line]))
    ? line - 1
    : line;

/** Turns the lines with a place in the tree into nodes; each runs to the next, or to the next group of modules. */
export const nodesOf = (facts: Facts, { roles }: Roles): readonly Node[] => {
  const { all, source } = facts;
  const nodes: Node[] = [];
  let open = false;
  all.forEach((candidate, index) => {
    const role = roles[index];
    const last = nodes[nodes.length - 1];
    const from = source.starts[firstLine(source, candidate.line)] ?? 0;
    const ends =
      role === "group" ||
      (role === "note" &&
        last !== undefined &&
        candidate.rank < 10 &&
        candidate.rank < last.candidate.rank &&
        last.candidate.rank < 10);
    if (role === "area" || role === "other" || role === "level" || role === "module") {
      if (last && open) last.to = from;
      nodes.push({ role, candidate, from, to: source.text.length, times: timesOn(facts, candidate.line) });
      open = true;
    } else if (ends && last && open && last.role === "module") {
      last.to = from;
      open = false;
    }
  });
  let at = 0;
  for (const line of facts.timeLines) {
    while (at + 1 < nodes.length && (nodes[at + 1] as Node).candidate.line < line) at++;
    const node = nodes[at];
    if (!node || node.candidate.line >= line || node.role === "other") continue;
    if (belongs(facts, node.candidate.line, line)) node.times.push(...timesOn(facts, line));
  }
  return nodes;
};
