import { anchorOf } from "../../draft/links.ts";
import { type Heading, headings } from "../headings.ts";
import type { Area, Level, Module } from "../tree.ts";
import { contains, type NodeRef } from "./node.ts";
import type { Shapeable } from "./shaping.ts";

/**
 * The chosen nodes and everything beneath them as a nested Markdown list of links, in the order of the note. A heading is
 * linked by the anchor that GitHub gives it, another module by its own link, and what has neither by its note. Addresses
 * are as seen from the folder of the note. Empty where nothing is chosen.
 *
 * @param path the note's path inside the notebook.
 */
export const linkList = ({ text, outline }: Shapeable, path: string, chosen: readonly NodeRef[]): string => {
  const file = encoded(path.slice(path.lastIndexOf("/") + 1));
  const anchors = anchorsOf(headings(text));
  const rows: string[] = [];
  /** Writes a node where it is chosen or stands in one that is; tells how deep its children stand. */
  const write = (node: Area | Level | Module, ref: NodeRef, depth: number): number => {
    if (node.title === null || !chosen.some((each) => contains(each, ref))) return depth;
    const anchor = node.line === null ? undefined : anchors.get(node.line);
    const own = "link" in node && node.link !== null && node.link !== "" ? inBrackets(node.link) : null;
    const address = anchor !== undefined ? `${file}#${anchor}` : (own ?? file);
    rows.push(`${"  ".repeat(depth)}- [${escaped(node.title)}](${address})\n`);
    return depth + 1;
  };
  for (const [area, inArea] of outline.areas.entries()) {
    const underArea = write(inArea, { area }, 0);
    for (const [level, inLevel] of inArea.levels.entries()) {
      const underLevel = write(inLevel, { area, level }, underArea);
      for (const [module, node] of inLevel.modules.entries()) write(node, { area, level, module }, underLevel);
    }
  }
  return rows.join("");
};

/** Anchors by 1-based line. The second heading of the same name gets "-1" behind its own, as GitHub counts. */
const anchorsOf = (all: readonly Heading[]): ReadonlyMap<number, string> => {
  const taken = new Map<string, number>();
  return new Map(
    all.map(({ line, text }) => {
      const name = anchorOf(text);
      let anchor = name;
      for (let count = taken.get(name) ?? 0; taken.has(anchor); ) {
        count++;
        taken.set(name, count);
        anchor = `${name}-${count}`;
      }
      taken.set(anchor, taken.get(anchor) ?? 0);
      return [line, anchor];
    }),
  );
};

/** `encodeURIComponent` leaves parentheses, which end a link. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/[()]/gu, (sign) => (sign === "(" ? "%28" : "%29"));

const inBrackets = (address: string): string => (/[\s()<>]/u.test(address) ? `<${address}>` : address);

const escaped = (title: string): string => title.replace(/\s+/gu, " ").replace(/[\\`*_[\]<>&]/gu, "\\$&");
