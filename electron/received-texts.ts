import { receiveText, type SentText, type WholeText } from "#core/note/sent-text.ts";
import { fail, ok, type Result } from "#core/result.ts";

/** The last texts that the window sent of its notes, so that it need only send what differs. */
export interface ReceivedTexts {
  /** The whole text; `bad-input` where it was sent as an edit of a text that is not here: then it has to come whole. */
  readonly receive: (note: string, sent: SentText) => Result<string>;
}

/** Notes whose text is remembered: the open one, and those that are being left. */
const most = 3;

/** Remembers nothing yet. */
export function receivedTexts(): ReceivedTexts {
  const last = new Map<string, WholeText>();
  return {
    receive: (note, sent) => {
      const received = receiveText(last.get(note) ?? null, sent);
      last.delete(note);
      if (received === null) return fail("bad-input", "The text before this change is not known.", "Send it whole.");
      last.set(note, received);
      for (const oldest of [...last.keys()].slice(0, -most)) last.delete(oldest);
      return ok(received.text);
    },
  };
}
