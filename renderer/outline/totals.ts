import { pathKey } from "#core/time/places.ts";
import type { Session } from "#core/time/session.ts";
import type { WrittenBack } from "#core/time/written-back.ts";
import { modulePath, type NodeFacts, type OutlineTree } from "./outline-tree.ts";

/** Minutes of a session, up to `now` (milliseconds since the epoch) while it runs. Never negative. */
export const sessionMinutes = ({ start, end }: Session, now: number): number =>
  Math.max(0, (end === null ? now : Date.parse(end)) - Date.parse(start)) / 60_000;

/** Tracked minutes of each module that has sessions, by `pathKey`. */
export function trackedMinutes(sessions: readonly Session[], now: number): ReadonlyMap<string, number> {
  const minutes = new Map<string, number>();
  for (const session of sessions) {
    const key = pathKey(session.module);
    minutes.set(key, (minutes.get(key) ?? 0) + sessionMinutes(session, now));
  }
  return minutes;
}

/**
 * Spent minutes of each node: sessions plus written spent time, rolled up; tracked time that stands in the note as well
 * (`back`) counts once. `note`: the note's path.
 */
export function spentMinutes(
  tree: OutlineTree,
  note: string,
  tracked: ReadonlyMap<string, number>,
  back: WrittenBack,
): Float64Array {
  const { facts, parent } = tree;
  const spent = new Float64Array(facts.length);
  for (let index = 0; index < facts.length; index++) spent[index] = facts[index]?.writtenSpent ?? 0;
  if (tracked.size === 0 && back.size === 0) return spent;
  const titles = new Set([...tracked.keys(), ...back.keys()].map(titleOfKey));
  for (let index = 0; index < facts.length; index++) {
    const node = facts[index] as NodeFacts;
    if (node.home === null || !titles.has(node.home.title)) continue;
    const path = modulePath(node, note);
    const key = path === null ? "" : pathKey(path);
    const minutes = (tracked.get(key) ?? 0) - Math.min(back.get(key) ?? 0, node.writtenSpent);
    if (minutes === 0) continue;
    for (let at = index; at >= 0; at = parent[at] ?? -1) spent[at] = (spent[at] ?? 0) + minutes;
  }
  return spent;
}

const titleOfKey = (key: string): string => JSON.parse(key)[3];
