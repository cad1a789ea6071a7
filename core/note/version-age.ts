const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Which versions of a note to keep at `now`, of those saved at `times`: every one of the last hour, the last of each
 * hour for a day, the last of each day for thirty days, and always the newest. Times in milliseconds since 1970, in any
 * order; the answer in order of age, oldest first. Hours and days are counted in UTC, so that a version once kept for
 * its hour stays the one kept.
 */
export function versionsToKeep(times: readonly number[], now: number): number[] {
  const sorted = [...new Set(times)].sort((a, b) => a - b);
  const kept = new Map<string, number>();
  for (const time of sorted) {
    const slot = slotOf(time, now);
    if (slot !== null) kept.set(slot, time);
  }
  const newest = sorted.at(-1);
  if (newest !== undefined) kept.set("newest", newest);
  return [...new Set(kept.values())].sort((a, b) => a - b);
}

/** Of the versions in one slot the last is kept. Null: too old. A time after `now` (a clock set back) counts as new. */
function slotOf(time: number, now: number): string | null {
  const age = now - time;
  if (age <= hour) return `save ${time}`;
  if (age <= day) return `hour ${Math.floor(time / hour)}`;
  if (age <= 30 * day) return `day ${Math.floor(time / day)}`;
  return null;
}
