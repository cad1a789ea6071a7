import { changesBetween, type TextChange } from "../../note/merge.ts";
import { fail, ok, type Result } from "../../result.ts";
import type { Choice } from "../choice.ts";
import { recognise } from "../recognise.ts";
import type { Outline } from "../tree.ts";
import { kindOf, modulesOf, type NodeRef, nodeOf, type ShapeNode } from "./node.ts";
import { numberingOf, renumbered } from "./number.ts";

/** A note as shaping gets it. `choice`: how the person overruled its reading. */
export interface Shapeable {
  readonly text: string;
  readonly outline: Outline;
  readonly choice?: Choice;
}

/** What a shaping command does to the text: one change, one undo. Offsets in UTF-16 code units. */
export interface Shaped {
  readonly changes: readonly TextChange[];
  readonly text: string;
  readonly outline: Outline;
  /** Where the node is afterwards. */
  readonly ref: NodeRef;
  /** Offset of the node's own line afterwards. */
  readonly at: number;
}

const read = (text: string, { choice }: Shapeable): Outline => recognise(text, choice);

/** Refuses a shaping command in words. */
export const refuse = (message: string, action = "Edit the text by hand."): Result<never> =>
  fail("bad-input", message, action);

/** Numbers nodes on where they counted before the text changed. */
const numberOn = (before: Shapeable, text: string, kinds: readonly ShapeNode["kind"][]): string =>
  kinds.reduce((done, kind) => {
    const numbering = numberingOf(before.text, before.outline, kind);
    return numbering ? renumbered(done, read(done, before), kind, numbering) : done;
  }, text);

/**
 * Finishes a command: numbers on, reads the new text, and makes sure that it is read as it was meant, with
 * `modules` modules and the node at `at` (an offset before numbering) titled `title`. Refused otherwise, with
 * nothing changed: a note is written for people, and not every place in it can hold every node.
 */
export const finish = (
  before: Shapeable,
  text: string,
  meant: {
    readonly kind: ShapeNode["kind"];
    readonly title: string | null;
    readonly at: number;
    readonly modules: number;
    readonly renumber: readonly ShapeNode["kind"][];
  },
): Result<Shaped> => {
  const done = numberOn(before, text, meant.renumber);
  const outline = read(done, before);
  // Numbers may have grown or shrunk by a digit: the line counts, not the offset.
  const line = text.slice(0, meant.at).split("\n").length;
  const ref = refAt(outline, line, meant.kind);
  const node = ref && nodeOf(done, outline, ref);
  if (!node || node.title !== meant.title || modulesOf(outline).length !== meant.modules)
    return refuse("The note would be read differently after this, so nothing was changed.");
  return ok({ changes: changesBetween(before.text, done), text: done, outline, ref, at: node.from });
};

/** The node of a kind whose own line (1-based) this is. */
export const refAt = (outline: Outline, line: number, kind: ShapeNode["kind"]): NodeRef | null => {
  for (const [area, each] of outline.areas.entries()) {
    if (kind === "area" && each.line === line) return { area };
    for (const [level, inside] of each.levels.entries()) {
      if (kind === "level" && inside.line === line) return { area, level };
      const module = inside.modules.findIndex((one) => one.line === line);
      if (kind === "module" && module >= 0) return { area, level, module };
    }
  }
  return null;
};

/** The node that a command is for, or why there is none to shape. */
export const shapeable = ({ text, outline }: Shapeable, ref: NodeRef): Result<ShapeNode> => {
  const node = nodeOf(text, outline, ref);
  if (!node) return refuse(`There is no such ${kindOf(ref)} any more.`, "Choose it again in the outline.");
  if (!node.mark) return refuse(`This ${kindOf(ref)} has no line of its own in the note.`);
  return ok(node);
};
