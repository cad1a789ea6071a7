import type { Block } from "../block.ts";
import { walkBlocks } from "../block.ts";
import type { Problem } from "../check.ts";
import { plainText } from "../inline.ts";
import { wordCount } from "../sentence.ts";
import type { DraftTarget } from "../targets.ts";

/** Parts of a draft that have no text, or too little. */
export const shapeProblems = (blocks: readonly Block[], target?: DraftTarget): readonly Problem[] => [
  ...emptyParts(blocks),
  ...thinSections(blocks),
  ...codeAndHtml(blocks, target),
];

const emptyParts = (blocks: readonly Block[]): readonly Problem[] => {
  const problems: Problem[] = [];
  for (const block of walkBlocks(blocks)) {
    if (block.kind === "list") {
      for (const item of block.items.filter(({ blocks: inside }) => inside.length === 0)) {
        problems.push({
          kind: "empty-bullet",
          note: item.note,
          line: item.line,
          message: "A bullet is empty.",
          action: "Write what belongs there, or take it out.",
          blocks: true,
        });
      }
    } else if (block.kind === "heading" && plainText(block.text) === "") {
      problems.push({
        kind: "empty-heading",
        note: block.note,
        line: block.line,
        message: "A heading is empty.",
        action: "Give it a title, or take it out.",
        blocks: true,
      });
    }
  }
  const written = walkBlocks(blocks).some(({ kind }) => kind !== "heading" && kind !== "list" && kind !== "definition");
  if (written) return problems;
  const [first] = blocks;
  const place = { note: first?.note ?? null, line: first?.line ?? null };
  const message = "The draft has no text.";
  return [
    ...problems,
    { kind: "empty-draft", ...place, message, action: "Choose sections that have text.", blocks: true },
  ];
};

/** Headings with nothing beneath them, and sections of one short line. */
const thinSections = (blocks: readonly Block[]): readonly Problem[] =>
  blocks.flatMap((block, index): readonly Problem[] => {
    if (block.kind !== "heading" || plainText(block.text) === "") return [];
    let next = index + 1;
    while (next < blocks.length && blocks[next]?.kind !== "heading") next += 1;
    const beneath = blocks.slice(index + 1, next).filter(hasText);
    const below = blocks[next];
    const place = { note: block.note, line: block.line };
    const title = plainText(block.text);
    if (beneath.length === 0) {
      if (below?.kind === "heading" && below.level > block.level) return [];
      const message = `Nothing stands under "${title}".`;
      return [
        {
          kind: "heading-without-text",
          ...place,
          message,
          action: "Write the section, or take its heading out.",
          blocks: true,
        },
      ];
    }
    const [only] = beneath;
    const short = only?.kind === "paragraph" && wordCount(plainText(only.text)) < 12 && !/!\[/u.test(only.text);
    if (beneath.length > 1 || !short || (below?.kind === "heading" && below.level > block.level)) return [];
    const message = `The section "${title}" is one short line.`;
    return [
      {
        kind: "one-line-section",
        ...place,
        message,
        action: "Say more, or join it with another section.",
        blocks: false,
      },
    ];
  });

const hasText = (block: Block): boolean => {
  switch (block.kind) {
    case "definition":
    case "footnote":
      return false;
    case "paragraph":
      return block.text.trim() !== "";
    case "list":
      return block.items.some(({ blocks }) => blocks.some(hasText));
    default:
      return true;
  }
};

const codeAndHtml = (blocks: readonly Block[], target?: DraftTarget): readonly Problem[] =>
  walkBlocks(blocks).flatMap((block): readonly Problem[] => {
    const place = { note: block.note, line: block.line };
    if (block.kind === "code" && block.info === "") {
      const message = "A code block names no language.";
      return [
        {
          kind: "code-language",
          ...place,
          message,
          action: "Write the language after the opening ticks.",
          blocks: false,
        },
      ];
    }
    if (block.kind === "html" && (target === "hugo" || target === "html" || target === "hashnode")) {
      const message = "Raw HTML is not shown by this target.";
      return [{ kind: "raw-html", ...place, message, action: "Write it as Markdown.", blocks: false }];
    }
    return [];
  });
