import type { ModulePath } from "#core/outline/tree.ts";
import type { Session } from "#core/time/session.ts";
import type { OutlineNode } from "./nodes.ts";

/** One string for a module's path, to look sessions up by. */
export const pathKey = ({ note, area, level, title }: ModulePath): string => JSON.stringify([note, area, level, title]);

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
 * has the sessions, so that no minute counts twice.
 */
export function spentMinutes(nodes: readonly OutlineNode[], tracked: ReadonlyMap<string, number>): readonly number[] {
  const spent = nodes.map((node) => node.writtenSpent);
  if (tracked.size === 0) return spent;
  const given = new Set<string>();
  nodes.forEach((node, index) => {
    if (node.path === null) return;
    const key = pathKey(node.path);
    const minutes = tracked.get(key);
    if (minutes === undefined || given.has(key)) return;
    given.add(key);
    for (let at = index; at >= 0; at = (nodes[at] as OutlineNode).parent) spent[at] = (spent[at] ?? 0) + minutes;
  });
  return spent;
}
