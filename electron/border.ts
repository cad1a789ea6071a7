import { ipcMain, type WebContents, type WebFrameMain } from "electron";
import { callNames } from "#core/calls.ts";
import { fail } from "#core/result.ts";
import { answer, type Handlers, type Log } from "./answer.ts";

/** Where the border finds what it needs. */
export interface Border {
  /** The handlers of the window that owns these contents; undefined for contents that are not ours. */
  readonly handlersOf: (contents: WebContents) => Handlers | undefined;
  /** True for an address of the app's own pages. */
  readonly isOurs: (url: string) => boolean;
  readonly log: Log;
}

const fromOurMainFrame = (frame: WebFrameMain | null, isOurs: Border["isOurs"]): boolean =>
  frame !== null && frame.parent === null && isOurs(frame.url);

/** The only place that listens to windows: checks who asks, then what they ask. */
export const guardBorder = (border: Border): void => {
  for (const name of callNames) {
    ipcMain.handle(`call:${name}`, async (event, input: unknown) => {
      const handlers = border.handlersOf(event.sender);
      if (!handlers || !fromOurMainFrame(event.senderFrame, border.isOurs)) {
        border.log(new Error(`refused ${name} from ${event.senderFrame?.url ?? "a frame that is gone"}`), "the border");
        return fail("not-allowed", "This page may not ask for that.", "Close it.");
      }
      return answer(name, input, handlers, border.log);
    });
  }
};
