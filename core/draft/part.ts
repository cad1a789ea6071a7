import type { Outline } from "../outline/tree.ts";
import type { Block } from "./block.ts";
import { walkBlocks } from "./block.ts";
import { cutLines, withoutFrontMatter } from "./note-text.ts";
import { parseBlocks } from "./parse.ts";
import type { Section } from "./section.ts";
import { itemAsSection } from "./steps/outline.ts";
import type { OpenComment } from "./steps/private.ts";
import { withoutComments } from "./steps/private.ts";
import { sameLabel, usedLabels } from "./steps/references.ts";
import type { Change, StepName } from "./steps/step.ts";
import { withoutTimes } from "./steps/times.ts";

/** One chosen section of one note. `section: null` is the whole note. */
export interface Part {
  /** The note's path inside the notebook, with `/`. */
  readonly note: string;
  /** The whole text of the note. */
  readonly text: string;
  readonly section: Section | null;
  /** Where given, written times are taken out as it found them. */
  readonly outline?: Outline;
}

/** A part as blocks, after the steps that work on the text of the note. */
export interface PartBlocks {
  readonly blocks: readonly Block[];
  readonly changes: Readonly<Partial<Record<StepName, readonly Change[]>>>;
  /** Comments that were opened and never closed. */
  readonly open: readonly OpenComment[];
}

/**
 * Reads a part: the section's blocks, followed by the definitions and footnotes that it uses and that stand elsewhere
 * in its note.
 *
 * @param on which steps are on.
 */
export const readPart = (part: Part, on: (step: StepName) => boolean): PartBlocks => {
  const timed = on("times") && part.outline ? withoutTimes(part.text, part.note, part.outline) : null;
  const body = withoutFrontMatter(timed?.text ?? part.text).text;
  const cleaned = on("private") ? withoutComments(body, part.note) : { text: body, changes: [], open: [] };
  const { section, note } = part;
  const first = section?.line ?? 1;
  const last = section?.endLine ?? Number.MAX_SAFE_INTEGER;
  const inside = ({ line }: { line: number }) => line >= first && line <= last;
  const own = parseBlocks(cutLines(cleaned.text, first, last), { note, line: first });
  const blocks = section?.kind === "module" ? underTitle(own, section.level) : own;
  // Most sections are whole: the rest of the note is read only for labels that they use and don't define.
  const elsewhere =
    section && lacksLabels(blocks)
      ? parseBlocks(cleaned.text, { note, line: 1 }).filter((block) => !inside(block))
      : [];
  return {
    blocks: [...blocks, ...borrowed(blocks, elsewhere)],
    changes: { times: (timed?.changes ?? []).filter(inside), private: cleaned.changes.filter(inside) },
    open: cleaned.open.filter(inside),
  };
};

/** A module written as an item, a bold line or a link: its line is the heading of what stands beneath it. */
const underTitle = (blocks: readonly Block[], level: number): readonly Block[] => {
  const [first, ...rest] = blocks;
  if (first?.kind === "quote") return underTitle([...first.blocks, ...rest], level);
  if (first?.kind === "paragraph") return [...itemAsSection({ ...first, blocks: [first] }, level), ...rest];
  if (first?.kind !== "list" || !first.items[0]) return blocks;
  const [item, ...others] = first.items;
  const left: readonly Block[] = others.length > 0 ? [{ ...first, items: others }] : [];
  return [...itemAsSection(item, level), ...left, ...rest];
};

const lacksLabels = (blocks: readonly Block[]): boolean => {
  const used = usedLabels(blocks);
  const own = new Set<string>();
  for (const block of walkBlocks(blocks)) {
    if (block.kind === "definition" || block.kind === "footnote") own.add(`${block.kind} ${sameLabel(block.label)}`);
  }
  const lacks = (kind: string, labels: ReadonlySet<string>) =>
    [...labels].some((label) => !own.has(`${kind} ${label}`));
  return lacks("definition", used.links) || lacks("footnote", used.footnotes);
};

/** The definitions and footnotes that `blocks` use and `elsewhere` holds; footnotes may use further ones. */
const borrowed = (blocks: readonly Block[], elsewhere: readonly Block[]): readonly Block[] => {
  const found = new Set<Block>();
  const key = (block: Block) =>
    block.kind === "definition" || block.kind === "footnote" ? `${block.kind} ${sameLabel(block.label)}` : null;
  const known = new Set(walkBlocks(blocks).map(key));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    const used = usedLabels([...blocks, ...found]);
    for (const block of walkBlocks(elsewhere)) {
      if (block.kind !== "definition" && block.kind !== "footnote") continue;
      const wanted = block.kind === "definition" ? used.links : used.footnotes;
      if (!wanted.has(sameLabel(block.label)) || known.has(key(block))) continue;
      known.add(key(block));
      found.add(block);
    }
  }
  return [...found];
};
