/** The one in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A figure against what it is measured against, and how many times as much it may be. */
export interface Compared {
  readonly name: string;
  readonly ours: number;
  readonly theirs: number;
  readonly unit: string;
  readonly against: string;
  /** `atMost`: ours over theirs; `atLeast`: the same for what should be great. */
  readonly limit: { readonly atMost: number } | { readonly atLeast: number };
}

/** Whether it keeps to its limit. */
export function passes({ ours, theirs, limit }: Compared): boolean {
  const ratio = ours / theirs;
  return "atMost" in limit ? ratio <= limit.atMost : ratio >= limit.atLeast;
}

/** The line that says so. */
export function comparedLine(figure: Compared): string {
  const { name, ours, theirs, unit, against, limit } = figure;
  const ratio = (ours / theirs).toFixed(2);
  const bound = "atMost" in limit ? `at most ${limit.atMost.toFixed(2)}` : `at least ${limit.atLeast.toFixed(2)}`;
  const verdict = passes(figure) ? "pass" : "FALLS SHORT";
  return `${verdict.padEnd(12)}${name}: ${ratio} times (${bound}); ${ours.toFixed(1)} ${unit}, ${against} ${theirs.toFixed(1)} ${unit}`;
}

/** A figure that has no limit. */
export function plainLine(name: string, text: string): string {
  return `${"".padEnd(12)}${name}: ${text}`;
}
