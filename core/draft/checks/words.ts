import type { Block } from "../block.ts";
import { inlineTexts, walkBlocks } from "../block.ts";
import type { Problem, ProblemKind } from "../check.ts";
import { applyEdits, scanInline } from "../inline.ts";
import { blank } from "../note-text.ts";

interface Sign {
  readonly kind: ProblemKind;
  readonly pattern: RegExp;
  readonly say: (found: string) => string;
  readonly action: string;
  readonly blocks: boolean;
}

const signs: readonly Sign[] = [
  {
    kind: "fixme",
    pattern: /\bFIXME\b.*/u,
    say: (found) => `"${found}" is left to mend.`,
    action: "Mend it, or take the line out.",
    blocks: true,
  },
  {
    kind: "todo",
    pattern: /\b(?:TODO|TBD|TBA|WIP|XXX)\b.*|^\s*to-?do\s*:.*/iu,
    say: (found) => `"${found}" is left to do.`,
    action: "Do it, or take the line out.",
    blocks: true,
  },
  {
    kind: "todo",
    pattern: /^\[ \]\s+.*/u,
    say: (found) => `The task "${found.slice(3).trim()}" is open.`,
    action: "Tick it off, or take it out.",
    blocks: false,
  },
  {
    kind: "question",
    pattern: /\?{3,}|^\s*\?{1,2}\s*$/u,
    say: (found) => `An open question: "${found}".`,
    action: "Answer it, or take it out.",
    blocks: true,
  },
  {
    kind: "placeholder",
    pattern:
      /\blorem ipsum\b|\bcoming soon\b|\bto be (?:written|continued|added|completed|filled in)\b|\b(?:insert|add|write) [\p{L} ]{1,30} here\b|\[(?:placeholder|insert[^\]]*|your [^\]]*)\](?!\()|^\s*(?:\.{3,}|…|-{2,}|_{3,})\s*$|\bplaceholder (?:text|image)\b/iu,
    say: (found) => `"${found.trim()}" is a placeholder.`,
    action: "Write what belongs there, or take it out.",
    blocks: true,
  },
];

/** Words that say that a text is not finished. Code is left alone: `TODO` in ticks is a word of the text's subject. */
export const wordProblems = (blocks: readonly Block[]): readonly Problem[] =>
  walkBlocks(blocks).flatMap((block) =>
    inlineTexts(block).flatMap((text) =>
      withoutCode(text)
        .split("\n")
        .flatMap((line, index) => lineProblems(block, line, index)),
    ),
  );

const withoutCode = (text: string): string =>
  applyEdits(
    text,
    scanInline(text).verbatim.map(({ from, to }) => ({ from, to, insert: ` ${blank(text.slice(from, to))}` })),
  );

const lineProblems = (block: Block, words: string, index: number): readonly Problem[] => {
  return signs.flatMap(({ kind, pattern, say, action, blocks }) => {
    const found = pattern.exec(words)?.[0];
    if (found === undefined) return [];
    // "todo" in lower case is a word; TODO is a mark.
    if (kind === "todo" && !found.startsWith("[") && !/TODO|TBD|TBA|WIP|XXX|:/u.test(found)) return [];
    return [{ kind, note: block.note, line: block.line + index, message: say(shortened(found)), action, blocks }];
  });
};

const shortened = (text: string): string => (text.trim().length > 60 ? `${text.trim().slice(0, 59)}…` : text.trim());
