import type { Candidate } from "./candidate.ts";
import type { Facts } from "./facts.ts";
import type { ModuleForm, Notation, TimeForm } from "./notation.ts";
import type { Roles } from "./roles.ts";

const forms: Readonly<Record<ModuleForm, string>> = {
  heading: "headings",
  numbered: "numbered items",
  bullet: "bullets",
  quote: "quoted lines",
  bold: "bold lines",
  link: "linked lines",
  line: "lines of text",
  table: "table rows",
  none: "none found",
};

const most = <T>(values: readonly T[]): T | undefined => {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
};

/** Says in words how a note was read, for the status bar. */
export const notationOf = (facts: Facts, { roles, form }: Roles): Notation => {
  const modules = facts.all.filter((_, index) => roles[index] === "module");
  const own = most(modules.map((candidate) => candidate.form)) ?? "none";
  const timed = modules.filter((candidate) => candidate.reading.times.length > 0);
  const onTop = facts.repeats.timed.size;
  const sample = timed[0] ?? null;
  let times: TimeForm = "none";
  let words = "none written";
  if (timed.length > 0 && sample) {
    const shape = most(timed.map((candidate) => candidate.reading.split.form));
    const inLink = timed.filter(({ reading }) =>
      reading.inline.links.some(
        (link) => link.from <= (reading.times[0]?.from ?? -1) && link.to >= (reading.times[0]?.to ?? 0),
      ),
    );
    times = inLink.length > timed.length / 2 ? "link-text" : shape === "parentheses" ? "parentheses" : "dash";
    words =
      times === "link-text"
        ? "in the link's text"
        : `"${example(timed.find((candidate) => candidate.reading.split.form === shape) ?? sample)}"`;
  } else if (onTop > 0) {
    times = "list-on-top";
    words = "in a list of their own";
  } else if (facts.timeLines.length > 0) {
    times = "body-line";
    const line = facts.timeLines[0] as number;
    words = `in a line beneath, "${facts.source
      .read(line)
      .inline.plain.trim()
      .replace(/\d+([.,]\d+)?/g, "N")}"`;
  }
  const depth = own === "heading" ? modules.find((candidate) => candidate.form === own)?.rank : undefined;
  const named = depth === undefined ? forms[own] : `${"#".repeat(depth)} headings`;
  return { modules: own, times, confidence: form?.confidence ?? 0, words: `modules: ${named}, times: ${words}` };
};

/** How a time stands on its line, with the number left open: `- N min`. */
const example = ({ reading }: Candidate): string =>
  reading.inline.plain
    .slice(reading.split.to)
    .trim()
    .replace(/\d+([.,]\d+)?/g, "N")
    .slice(0, 40);
