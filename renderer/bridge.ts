import type { Bridge } from "#core/bridge.ts";
import { callNames } from "#core/calls.ts";
import { fail, type Result } from "#core/result.ts";

declare global {
  interface Window {
    readonly lectern: Bridge;
  }
}

type AnyCall = (input: unknown) => Promise<Result<unknown>>;

const lost = () =>
  fail(
    "io",
    "The window could not reach the part of Lectern that reads and writes files.",
    "Copy the text that you need, then start Lectern again.",
  );

/** Answers with a failure where the call itself broke, so that nobody waits for an answer that never comes. */
const guarded = (raw: Bridge): Bridge => {
  const calls = callNames.map((name) => {
    const call: AnyCall = async (input) => {
      try {
        return await (raw[name] as AnyCall)(input);
      } catch {
        return lost();
      }
    };
    return [name, call] as const;
  });
  return { ...Object.fromEntries(calls), on: raw.on } as unknown as Bridge;
};

/** The main process as the window sees it. The only use of `window.lectern`. */
export const bridge: Bridge = guarded(window.lectern);
