import type { Block } from "../block.ts";
import { inlineTexts, mapBlocks, mapInline, walkBlocks } from "../block.ts";
import { applyEdits, scanInline } from "../inline.ts";
import type { Change, Stepped } from "./step.ts";

/** Link labels are compared without case and with single spaces (CommonMark 0.31, section 4.7). */
export const sameLabel = (label: string): string => label.trim().replace(/\s+/gu, " ").toLowerCase();

/** The labels of definitions and footnotes that these blocks use. */
export const usedLabels = (
  blocks: readonly Block[],
): { readonly links: ReadonlySet<string>; readonly footnotes: ReadonlySet<string> } => {
  const links = new Set<string>();
  const footnotes = new Set<string>();
  for (const block of walkBlocks(blocks)) {
    for (const text of inlineTexts(block)) {
      const parts = scanInline(text);
      for (const { label } of parts.links) if (label !== null) links.add(sameLabel(label));
      for (const { from, to } of parts.footnotes) footnotes.add(sameLabel(text.slice(from, to)));
    }
  }
  return { links, footnotes };
};

/**
 * Makes the labels of one part differ from those that earlier parts have taken, so that each link still leads where
 * its own note says.
 */
export const apartLinks = (blocks: readonly Block[], taken: Map<string, string>): readonly Block[] => {
  const renamed = new Map<string, string>();
  for (const block of walkBlocks(blocks)) {
    if (block.kind !== "definition") continue;
    const own = sameLabel(block.label);
    if (renamed.has(own)) continue;
    let name = block.label;
    for (let n = 2; taken.has(sameLabel(name)) && taken.get(sameLabel(name)) !== block.target; n += 1) {
      name = `${block.label}-${n}`;
    }
    taken.set(sameLabel(name), block.target);
    if (name !== block.label) renamed.set(own, name);
  }
  return renamed.size === 0 ? blocks : renameLinks(blocks, renamed);
};

const renameLinks = (blocks: readonly Block[], renamed: ReadonlyMap<string, string>): readonly Block[] => {
  const definitions = mapBlocks(blocks, (block) => {
    const name = block.kind === "definition" ? renamed.get(sameLabel(block.label)) : undefined;
    return name === undefined ? block : { ...block, label: name };
  });
  return mapInline(definitions, (text) =>
    applyEdits(
      text,
      scanInline(text).links.flatMap((link) => {
        const name = link.label === null ? undefined : renamed.get(sameLabel(link.label));
        return name === undefined ? [] : [{ from: link.text.to, to: link.to, insert: `][${name}]` }];
      }),
    ),
  );
};

/**
 * Numbers footnotes in the order in which the text calls them, over all parts; every part is a list of blocks with
 * labels of its own. Definitions move to the end, in the same order; those that nothing calls stay out.
 */
export const numberFootnotes = (parts: readonly (readonly Block[])[]): Stepped => {
  const changes: Change[] = [];
  const texts: Block[] = [];
  const notes: Block[] = [];
  let count = 0;
  for (const part of parts) {
    const numbers = new Map<string, string>();
    const defined = new Map<string, Block & { kind: "footnote" }>();
    for (const block of walkBlocks(part)) if (block.kind === "footnote") defined.set(sameLabel(block.label), block);
    const number = (text: string): string =>
      applyEdits(
        text,
        scanInline(text).footnotes.flatMap(({ from, to }) => {
          const label = sameLabel(text.slice(from, to));
          if (!defined.has(label)) return [];
          if (!numbers.has(label)) {
            count += 1;
            numbers.set(label, String(count));
          }
          return [{ from, to, insert: numbers.get(label) ?? label }];
        }),
      );
    texts.push(...mapInline(withoutFootnotes(part), number));
    // A footnote may call another one: go on until none is new.
    const done = new Set<string>();
    for (let [next] = unfinished(numbers, done); next !== undefined; [next] = unfinished(numbers, done)) {
      done.add(next);
      const block = defined.get(next);
      const label = numbers.get(next);
      if (!block || label === undefined) continue;
      if (label !== block.label) {
        changes.push({ note: block.note, line: block.line, what: `numbered footnote ${block.label} as ${label}` });
      }
      notes.push({ ...block, label, blocks: mapInline(block.blocks, number) });
    }
  }
  return { blocks: [...texts, ...notes], changes };
};

const unfinished = (numbers: ReadonlyMap<string, string>, done: ReadonlySet<string>): readonly string[] =>
  [...numbers.keys()].filter((label) => !done.has(label));

const withoutFootnotes = (blocks: readonly Block[]): readonly Block[] =>
  mapBlocks(blocks, (block) => (block.kind === "footnote" ? [] : [block]));
