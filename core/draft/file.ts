import { Document, isScalar, parseDocument } from "yaml";
import { z } from "zod";
import type { Outline } from "../outline/tree.ts";
import type { Result } from "../result.ts";
import { fail, ok } from "../result.ts";
import type { Part } from "./part.ts";
import { findByPath, listSections } from "./section.ts";
import { stepNames } from "./steps/step.ts";
import { draftTargetNames, draftVariants } from "./target-names.ts";

const draftFileSchema = z.strictObject({
  version: z.literal(1),
  /** The chosen sections, in the order of the post. */
  parts: z
    .array(
      z.strictObject({
        /** Path of the note inside the notebook, with `/`. */
        note: z.string().min(1).max(4_000),
        /** Titles from the outermost heading down; without it, the whole note. */
        section: z.array(z.string().max(4_000)).min(1).max(20).optional(),
        /** 1-based line where the section was last seen: tells apart sections of the same path. */
        line: z.number().int().min(1).optional(),
      }),
    )
    .max(200),
  target: z.enum(draftTargetNames).optional(),
  /** The form's values, by the names of core/draft/fields.ts. */
  fields: z
    .record(z.string().max(40), z.union([z.string().max(10_000), z.boolean(), z.array(z.string().max(1_000)).max(100)]))
    .optional(),
  /** What the target is asked to do in another way. */
  variants: z.array(z.enum(draftVariants)).optional(),
  /** Steps that are switched off. */
  off: z.array(z.enum(stepNames)).optional(),
});

/** A draft as it lies in `.lectern/drafts/<slug>.yaml`: which sections, for which target, with which front matter. */
export type DraftFile = z.infer<typeof draftFileSchema>;

const largest = 1_000_000;

/** Deeper nesting than any draft has: YAML readers are slow at it, or run out of stack. */
const tooDeep = (text: string): boolean => {
  if (/(?:[-?:][ \t]+){20}/u.test(text)) return true;
  let depth = 0;
  for (const mark of text.match(/[[\]{}]/gu) ?? []) {
    depth = Math.max(depth + (mark === "[" || mark === "{" ? 1 : -1), 0);
    if (depth > 20) return true;
  }
  return /^ {200}/mu.test(text);
};

/**
 * Reads a draft file. Fails with "bad-input" and the line where it is no YAML, or not a draft's.
 *
 * @param path the file as the person knows it.
 */
export const parseDraftFile = (text: string, path: string): Result<DraftFile> => {
  const mend = "Mend the file, or make the draft anew.";
  if (text.length > largest) return fail("too-large", `${path} is too large for a draft.`, mend, { file: path });
  if (tooDeep(text)) return fail("bad-input", `${path} is nested too deep for a draft.`, mend, { file: path });
  try {
    const document = parseDocument(text, { prettyErrors: false, uniqueKeys: true });
    const [error] = document.errors;
    if (error) {
      const line = text.slice(0, error.pos[0]).split("\n").length;
      return fail("bad-input", `${path}, line ${line}: ${error.message}`, mend, { file: path, line });
    }
    // Aliases could make a small file large; a draft needs none.
    const read = draftFileSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
    if (read.success) return ok(read.data);
    const [issue] = read.error.issues;
    const where = issue?.path.join(".") ?? "";
    const message = `${path} is no draft: ${where === "" ? "" : `"${where}": `}${issue?.message ?? "unknown form"}.`;
    return fail("bad-input", message, mend, { file: path });
  } catch (error) {
    // yaml throws a ReferenceError at aliases, and other errors at what it does not know.
    return fail("bad-input", `${path} could not be read as YAML (${(error as Error).message}).`, mend, { file: path });
  }
};

/**
 * Writes a draft file. Where there is one already, only what differs is changed: comments, order and quotes of the
 * rest stay as the person has them.
 */
export const writeDraftFile = (draft: DraftFile, before: string | null = null): string => {
  const document = before === null ? new Document({}) : parseDocument(before);
  if (document.errors.length > 0) return writeDraftFile(draft);
  const old = before === null ? {} : ((document.toJS({ maxAliasCount: 0 }) ?? {}) as Record<string, unknown>);
  const fresh: Record<string, unknown> = { ...draft };
  for (const key of new Set([...Object.keys(old), ...Object.keys(fresh)])) {
    const value = fresh[key];
    const node = document.get(key, true);
    if (value === undefined) document.delete(key);
    else if (JSON.stringify(old[key]) === JSON.stringify(value)) continue;
    // A single value is changed in its place, so that a comment beside it stays.
    else if (isScalar(node) && typeof value !== "object") node.value = value;
    else document.set(key, document.createNode(value));
  }
  return document.toString({ lineWidth: 100 });
};

/** A part of a draft file whose note or section is not there. */
export interface LostPart {
  readonly note: string;
  readonly section: readonly string[] | null;
  /** One sentence for the person. */
  readonly message: string;
}

/**
 * Finds the parts of a draft file in the notebook as it is now.
 *
 * @param read a note's text and outline by its path; null when there is no such note.
 */
export const findParts = (
  draft: DraftFile,
  read: (note: string) => { readonly text: string; readonly outline: Outline } | null,
): { readonly parts: readonly Part[]; readonly lost: readonly LostPart[] } => {
  const parts: Part[] = [];
  const lost: LostPart[] = [];
  for (const { note, section: path, line } of draft.parts) {
    const found = read(note);
    if (!found) {
      lost.push({ note, section: path ?? null, message: `The note ${note} is not there any more.` });
      continue;
    }
    const { text, outline } = found;
    const section = path ? findByPath(listSections(text, outline), path, line ?? null) : null;
    if (path && !section) {
      lost.push({ note, section: path, message: `${note} has no section "${path.join(" / ")}" any more.` });
    } else parts.push({ note, text, section, outline });
  }
  return { parts, lost };
};
