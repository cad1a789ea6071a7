const tails = new Map<string, Promise<unknown>>();

/** Runs `work` after everything queued under the same key before it, whether that succeeded or not. */
export function queued<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = tails.get(key) ?? Promise.resolve();
  const run = before.then(work, work);
  tails.set(key, run);
  const forget = () => {
    if (tails.get(key) === run) tails.delete(key);
  };
  run.then(forget, forget);
  return run;
}

/** Settles when everything queued under this key so far has ended. Never rejects. */
export async function idle(key: string): Promise<void> {
  await tails.get(key)?.then(
    () => undefined,
    () => undefined, // its own caller is told
  );
}
