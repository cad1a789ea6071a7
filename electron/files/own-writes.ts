import type { Hash } from "./hash.ts";

/** Enough to tell a write of ours from somebody else's: the last hash acknowledged, and those on their way. */
interface OwnWrites {
  acknowledged: Hash | null;
  readonly pending: Set<Hash>;
}

const files = new Map<string, OwnWrites>();

/** To be called before bytes with this hash may be seen under this real path. */
export function expectWrite(real: string, hash: Hash): void {
  const own = files.get(real);
  if (own) own.pending.add(hash);
  else files.set(real, { acknowledged: null, pending: new Set([hash]) });
}

/** To be called when the bytes are durable. */
export function acknowledgeWrite(real: string, hash: Hash): void {
  files.set(real, { acknowledged: hash, pending: new Set() });
}

/** Whether these bytes were put under this path by a save of ours that failed later (at the folder's sync, say). */
export const isUnacknowledged = (real: string, hash: Hash): boolean => files.get(real)?.pending.has(hash) ?? false;

/** Whether a file with this hash is what our own last save wrote, or one under way is writing. */
export function isOwnWrite(real: string, hash: Hash): boolean {
  const own = files.get(real);
  return own !== undefined && (own.acknowledged === hash || own.pending.has(hash));
}

const moves = new Set<string>();

/** To be called before the app renames a note. Real paths. */
export const expectMove = (from: string, to: string): void => void moves.add(`${from}\0${to}`);

/** Whether a rename seen on disk is one of the app's; asked once for each. */
export const takeOwnMove = (from: string, to: string): boolean => moves.delete(`${from}\0${to}`);

/** Whether the app has ever saved under this path. */
export const hasOwnWrites = (real: string): boolean => files.has(real);
