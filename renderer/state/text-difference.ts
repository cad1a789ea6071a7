import type { Text } from "@codemirror/state";
import type { TextChange } from "#core/note/merge.ts";

/**
 * The one replacement that turns `before` into `after`. Two states of one editor share all that was not edited, so
 * this looks only at what lies around the edits; of texts that share nothing it reads every character.
 */
export function differenceOf(before: Text, after: Text): TextChange {
  const start = sharedLength(before, after, 1);
  const most = Math.min(before.length, after.length) - start;
  const end = Math.min(most, most > 0 ? sharedLength(before, after, -1) : 0);
  return { from: start, to: before.length - end, insert: after.sliceString(start, after.length - end, "\n") };
}

/** How many code units are the same from the start (`step` 1) or from the end (-1). */
function sharedLength(before: Text, after: Text, step: 1 | -1): number {
  // What is still to be compared, the next part last. Parts are joined by line ends, which count one unit each.
  const a: Text[] = [before];
  const b: Text[] = [after];
  let shared = 0;
  for (;;) {
    const left = a.pop();
    const right = b.pop();
    if (left === undefined || right === undefined) return Math.min(shared, before.length, after.length);
    if (left === right) {
      shared += left.length + 1;
      continue;
    }
    // The longer part is opened first, so that a part which moved up or down in the tree is met as a whole.
    const openLeft = left.children !== null && (right.children === null || left.length >= right.length);
    if (openLeft) a.push(...inTurn(left, step));
    else a.push(left);
    if (!openLeft && right.children !== null) b.push(...inTurn(right, step));
    else b.push(right);
    if (left.children !== null || right.children !== null) continue;
    const same = sameUnits(left.sliceString(0, left.length, "\n"), right.sliceString(0, right.length, "\n"), step);
    if (same < left.length || same < right.length) return Math.min(shared + same, before.length, after.length);
    shared += same + 1;
    a.pop();
    b.pop();
  }
}

const inTurn = (text: Text, step: 1 | -1): readonly Text[] =>
  step === 1 ? [...(text.children ?? [])].reverse() : (text.children ?? []);

function sameUnits(a: string, b: string, step: 1 | -1): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  if (step === 1) while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  else while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same++;
  return same;
}
