import type { Outline } from "../outline/tree.ts";
import { plainText } from "./inline.ts";
import { withoutFrontMatter } from "./note-text.ts";
import { parseBlocks } from "./parse.ts";

/** A part of a note that can be chosen for a draft: from its heading (or its module's line) to where the next begins. */
export interface Section {
  /** Plain words, as the note has them. */
  readonly title: string;
  /** Titles from the outermost heading down to this section; the last one is `title`. */
  readonly path: readonly string[];
  /** 1-based line of the heading or of the module. */
  readonly line: number;
  /** 1-based line of the last line that belongs to it. */
  readonly endLine: number;
  /** 1 to 6 for headings; a module without a heading is one deeper than the heading above it. */
  readonly level: number;
  readonly kind: "heading" | "module";
}

/**
 * Every section of a note, in the order of the text: its headings (CommonMark's; a `#` in a code fence is none), and,
 * when the outline is given, the modules that are written as items, quotes, bold lines or links.
 */
export const listSections = (text: string, outline?: Outline): readonly Section[] => {
  const headings = headingSections(text);
  const lines = new Set(headings.map(({ line }) => line));
  const modules = (outline?.areas ?? [])
    .flatMap(({ levels }) => levels.flatMap((level) => level.modules))
    .filter(({ line }) => !lines.has(line))
    .map((module): Section => {
      const above = headings.filter((heading) => heading.line < module.line && heading.endLine >= module.line).at(-1);
      const endLine = module.line + lineBreaks(text.slice(module.from, module.to).trimEnd());
      const level = (above?.level ?? 0) + 1;
      const path = [...(above?.path ?? []), module.title];
      return { title: module.title, path, line: module.line, endLine, level, kind: "module" };
    });
  return [...headings, ...modules].sort((one, other) => one.line - other.line);
};

/** What asking for a section by name gives: the section, or those that could have been meant. */
export type SectionSearch =
  | { readonly found: Section }
  | { readonly found: null; readonly candidates: readonly Section[] };

/**
 * Finds a section by its title, by its path (`Docker / Beginner`), or by the number of its line.
 * Case, punctuation and emphasis don't matter; a part of a title is enough when only one title has it.
 */
export const findSection = (sections: readonly Section[], name: string): SectionSearch => {
  const wanted = comparable(name);
  const tail = name.split(/\s*[›>/]\s*/u).map(comparable);
  const ways: ((section: Section) => boolean)[] = [
    ({ title }) => title === name.trim(),
    ({ title }) => wanted !== "" && comparable(title) === wanted,
    ({ path }) => tail.length > 1 && endsWithPath(path.map(comparable), tail),
    ({ line }) => String(line) === name.trim(),
    ({ title }) => wanted !== "" && comparable(title).includes(wanted),
  ];
  for (const way of ways) {
    const [first, ...others] = sections.filter(way);
    if (first && others.length === 0) return { found: first };
    if (first) return { found: null, candidates: [first, ...others] };
  }
  return { found: null, candidates: [] };
};

/** Finds the section that a draft file names by its path; the nearest to `line` where several have the same path. */
export const findByPath = (
  sections: readonly Section[],
  path: readonly string[],
  line: number | null = null,
): Section | null => {
  const wanted = path.map(comparable);
  const same = sections.filter((section) => {
    const has = section.path.map(comparable);
    return has.length === wanted.length && endsWithPath(has, wanted);
  });
  const found =
    same.length > 0 ? same : sections.filter((section) => endsWithPath(section.path.map(comparable), wanted));
  const distance = (section: Section) => (line === null ? 0 : Math.abs(section.line - line));
  return [...found].sort((one, other) => distance(one) - distance(other))[0] ?? null;
};

/** The innermost section that holds a 1-based line. */
export const sectionAt = (sections: readonly Section[], line: number): Section | null =>
  sections.filter((section) => section.line <= line && section.endLine >= line).at(-1) ?? null;

const headingSections = (text: string): readonly Section[] => {
  const { text: body } = withoutFrontMatter(text);
  const total = lineBreaks(body.trimEnd()) + 1;
  const open: { title: string; level: number }[] = [];
  const headings = parseBlocks(body, { note: "", line: 1 }).filter((block) => block.kind === "heading");
  return headings.map((heading, index) => {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const title = plainText(heading.text);
    open.push({ title, level: heading.level });
    const next = headings.slice(index + 1).find(({ level }) => level <= heading.level);
    const endLine = next ? next.line - 1 : Math.max(total, heading.line);
    const path = open.map((above) => above.title);
    return { title, path, line: heading.line, endLine, level: heading.level, kind: "heading" as const };
  });
};

const lineBreaks = (text: string): number => text.split(/\r\n?|\n/u).length - 1;

const comparable = (title: string): string =>
  title
    .normalize("NFKC")
    .toLocaleLowerCase("en")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const endsWithPath = (path: readonly string[], tail: readonly string[]): boolean =>
  tail.length <= path.length && tail.every((title, index) => title === path[path.length - tail.length + index]);
