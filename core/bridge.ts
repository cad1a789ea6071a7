import type { Input, Output, Payload } from "./api.ts";
import type { CallName, EventName } from "./calls.ts";
import type { Result } from "./result.ts";

/** `window.lectern`, as the preload script exposes it: one named function a call, one a listener. */
export type Bridge = {
  readonly [Name in CallName]: (input: Input<Name>) => Promise<Result<Output<Name>>>;
} & {
  /** Listens to an event; the returned function ends it. */
  readonly on: { readonly [Name in EventName]: (listener: (payload: Payload<Name>) => void) => () => void };
};
