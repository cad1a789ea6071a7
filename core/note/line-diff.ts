import { diffIndices } from "node-diff3";

/** A text cut into lines; each keeps its "\n". `starts` has the offset of each line and of the text's end. */
export interface Lines {
  readonly lines: readonly string[];
  readonly starts: readonly number[];
}

/** Lines `aFrom` to `aTo` became lines `bFrom` to `bTo`; 0-based, the end excluded. */
export interface Hunk {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

/** Cuts a text into lines. A text that ends in "\n" has no empty last line. */
export function linesOf(text: string): Lines {
  const lines: string[] = [];
  const starts: number[] = [];
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const next = end < 0 ? text.length : end + 1;
    lines.push(text.slice(from, next));
    starts.push(from);
    from = next;
  }
  starts.push(text.length);
  return { lines, starts };
}

/** Beyond this many pairs of lines the exact comparison costs more than its small hunks are worth. */
const mostPairs = 250_000;

/**
 * Which lines of `a` became which of `b`, in order, with at least one common line between two hunks. Lines that are
 * the only ones of their kind on both sides are taken as fixed points (patience diff); what lies between them is
 * compared exactly where it is small, and otherwise taken as one hunk. So the time stays near the number of lines.
 */
export function diffLines(a: readonly string[], b: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  diffRange(a, b, { aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }, hunks);
  return hunks;
}

function diffRange(a: readonly string[], b: readonly string[], range: Hunk, hunks: Hunk[]): void {
  let { aFrom, aTo, bFrom, bTo } = range;
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) {
    aFrom++;
    bFrom++;
  }
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) {
    aTo--;
    bTo--;
  }
  if (aFrom === aTo && bFrom === bTo) return;
  const trimmed = { aFrom, aTo, bFrom, bTo };
  if (aFrom === aTo || bFrom === bTo) {
    hunks.push(trimmed);
    return;
  }
  const anchors = anchorsIn(a, b, trimmed);
  if (anchors.length === 0) {
    hunks.push(...diffSmall(a, b, trimmed));
    return;
  }
  for (const [aAt, bAt] of [...anchors, [aTo, bTo] as const]) {
    diffRange(a, b, { aFrom, aTo: aAt, bFrom, bTo: bAt }, hunks);
    aFrom = aAt + 1;
    bFrom = bAt + 1;
  }
}

function diffSmall(a: readonly string[], b: readonly string[], { aFrom, aTo, bFrom, bTo }: Hunk): Hunk[] {
  if ((aTo - aFrom) * (bTo - bFrom) > mostPairs) return [{ aFrom, aTo, bFrom, bTo }];
  return diffIndices(a.slice(aFrom, aTo), b.slice(bFrom, bTo)).map(({ buffer1, buffer2 }) => ({
    aFrom: aFrom + buffer1[0],
    aTo: aFrom + buffer1[0] + buffer1[1],
    bFrom: bFrom + buffer2[0],
    bTo: bFrom + buffer2[0] + buffer2[1],
  }));
}

/** Pairs of lines that occur once on each side: the longest run of them that is in order on both. */
function anchorsIn(a: readonly string[], b: readonly string[], { aFrom, aTo, bFrom, bTo }: Hunk): [number, number][] {
  const inA = onlyOnes(a, aFrom, aTo);
  const inB = onlyOnes(b, bFrom, bTo);
  const pairs: [number, number][] = [];
  for (const [line, aAt] of inA) {
    const bAt = inB.get(line);
    if (aAt >= 0 && bAt !== undefined && bAt >= 0) pairs.push([aAt, bAt]);
  }
  return longestRising(pairs);
}

/** Line → its place, or -1 where it occurs more than once. In order of first occurrence. */
function onlyOnes(lines: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at < to; at++) {
    const line = lines[at] ?? "";
    places.set(line, places.has(line) ? -1 : at);
  }
  return places;
}

/** The longest subsequence whose second numbers rise; the first ones do already. (Patience sorting.) */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const tops: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, value], index) => {
    let low = 0;
    for (let high = tops.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (tops[low - 1] ?? -1);
    tops[low] = index;
  });
  const run: [number, number][] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) run.push(pair);
  }
  return run.reverse();
}
