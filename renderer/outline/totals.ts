import { pathKey } from "#core/time/places.ts";
import type { Session } from "#core/time/session.ts";
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
 * Spent minutes of each node: sessions plus written spent time, rolled up. Of two modules with one path the first one
 * has the sessions, so that no minute counts twice. `note`: the note's path.
 */
export function spentMinutes(tree: OutlineTree, note: string, tracked: ReadonlyMap<string, number>): Float64Array {
  const { facts, parent } = tree;
  const spent = new Float64Array(facts.length);
  for (let index = 0; index < facts.length; index++) spent[index] = facts[index]?.writtenSpent ?? 0;
  const left = new Map(tracked);
  const titles = new Set([...tracked.keys()].map(titleOfKey));
  for (let index = 0; index < facts.length && left.size > 0; index++) {
    const node = facts[index] as NodeFacts;
    if (!titles.has(node.title)) continue;
    const path = modulePath(node, note);
    const key = path === null ? "" : pathKey(path);
    const minutes = left.get(key);
    if (minutes === undefined) continue;
    left.delete(key);
    for (let at = index; at >= 0; at = parent[at] ?? -1) spent[at] = (spent[at] ?? 0) + minutes;
  }
  return spent;
}

const titleOfKey = (key: string): string => JSON.parse(key)[3];
