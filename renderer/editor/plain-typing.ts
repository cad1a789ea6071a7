import type { Text } from "@codemirror/state";
import type { ViewUpdate } from "@codemirror/view";
import { listLine, prefixLength } from "./lists/list-line.ts";

/** Letters, digits and spaces: what most keys are, and no markup. */
const plainText = /^[\p{L}\p{N}\p{M} ]*$/u;
const onlySigns = /^[^\p{L}\p{N}]*$/u;
const longest = 2_000;

/** What of a line decides how it is shown; letters more or less inside its text don't change it. */
function shapeOf(text: string): string {
  const line = listLine(text);
  const start = /^[^\p{L}\p{N}]*/u.exec(line.text)?.[0] ?? "";
  const ends = line.text.trimEnd().length < line.text.length;
  return `${text.slice(0, prefixLength(line))}|${start}|${onlySigns.test(line.text)}|${ends}`;
}

function changesShape(before: Text, after: Text, fromA: number, toA: number, fromB: number, inserted: Text): boolean {
  if (inserted.lines > 1 || inserted.length > 32 || toA - fromA > 32) return true;
  const old = before.lineAt(fromA);
  const now = after.lineAt(fromB);
  if (toA > old.to || old.length > longest || now.length > longest) return true;
  if (!plainText.test(inserted.toString()) || !plainText.test(before.sliceString(fromA, toA))) return true;
  return shapeOf(old.text) !== shapeOf(now.text);
}

const known = new WeakMap<ViewUpdate, boolean>();

/**
 * Whether an update is a few letters typed or deleted in the middle of a line's text, as nearly every key is. How lines
 * are set then stays as it is, and decorations need only move along.
 */
export function isPlainTyping(update: ViewUpdate): boolean {
  if (!update.docChanged || update.viewportMoved) return false;
  let plain = known.get(update);
  if (plain === undefined) {
    plain = true;
    const { startState, state, changes } = update;
    changes.iterChanges((fromA, toA, fromB, _toB, inserted) => {
      if (plain && changesShape(startState.doc, state.doc, fromA, toA, fromB, inserted)) plain = false;
    });
    known.set(update, plain);
  }
  return plain;
}
