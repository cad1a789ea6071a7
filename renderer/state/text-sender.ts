import { Text } from "@codemirror/state";
import type { SentText } from "#core/note/sent-text.ts";
import type { Result } from "#core/result.ts";
import { differenceOf } from "./text-difference.ts";

/** Sends the texts of one note: the first one whole, then what differs from the one before. */
export interface TextSender {
  /**
   * Hands `call` the text to send. Where the other side does not know the text before (it answers `bad-input`), `call`
   * is asked once more with the whole text. Answers what `call` answered last.
   */
  readonly send: <T>(text: Text, call: (sent: SentText) => Promise<Result<T>>) => Promise<Result<T>>;
}

// A window that was loaded anew must not take up the numbers of the one before.
let lastRevision = Date.now() * 1_000;

/** A sender that has sent nothing yet. */
export function createTextSender(): TextSender {
  let last: { readonly revision: number; readonly text: Text } | null = null;
  const whole = (text: Text): SentText => {
    last = { revision: ++lastRevision, text };
    return { revision: last.revision, text: text.sliceString(0, text.length, "\n") };
  };
  return {
    send: async (text, call) => {
      if (last === null) return call(whole(text));
      const on = last.revision;
      const edit = differenceOf(last.text, text);
      last = { revision: ++lastRevision, text };
      const answer = await call({ revision: last.revision, on, ...edit, length: text.length });
      return !answer.ok && answer.error.code === "bad-input" ? call(whole(text)) : answer;
    },
  };
}

/** A text that is not in an editor. */
export const plainText = (text: string): Text => Text.of(text.split("\n"));
