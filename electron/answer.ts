import { calls, type Input, type Output } from "#core/api.ts";
import type { CallName } from "#core/calls.ts";
import { fail, type Result } from "#core/result.ts";

/** What a window can ask for: one function a call of core/api.ts, each answering with a `Result`. */
export type Handlers = { readonly [Name in CallName]: (input: Input<Name>) => Promise<Result<Output<Name>>> };

/** Takes every error that a person is not shown in full. */
export type Log = (error: unknown, doing: string) => void;

/**
 * Answers one call: the input is parsed by its schema, a bug in a handler becomes a `Result` and goes to the log.
 * It is the same for Electron and for the tests in a plain browser.
 */
export const answer = async (
  name: CallName,
  input: unknown,
  handlers: Handlers,
  log: Log,
): Promise<Result<unknown>> => {
  const parsed = calls[name].input.safeParse(input);
  if (!parsed.success) {
    log(parsed.error, `parsing the input of ${name}`);
    return fail("bad-input", `"${name}" was asked with something that it can't take.`, "Please report this.");
  }
  try {
    const handler = handlers[name] as (input: unknown) => Promise<Result<unknown>>;
    return await handler(parsed.data);
  } catch (error) {
    log(error, name);
    return fail("io", `Something went wrong in "${name}".`, "Your text is kept. The log file (Help menu) says more.");
  }
};
