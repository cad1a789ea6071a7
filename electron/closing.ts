import { type BrowserWindow, dialog } from "electron";

/** How long a window may take to save its notes before it is asked about instead, in milliseconds. */
const patience = 10_000;

/** What closing needs from outside. */
export interface Closing {
  /** Asks the window's page to save everything. */
  readonly askToFlush: () => void;
  /** Runs once, just before the window goes. */
  readonly beforeGone: () => Promise<void>;
  /** Gives up the quitting that this window's closing was part of. */
  readonly stay: () => void;
}

/** Lets a window close only after its page has saved, or the person has said that it may. */
export const closeSafely = (
  window: BrowserWindow,
  closing: Closing,
): { flushed: (unsaved: readonly string[]) => void } => {
  let asked = false;
  let timer: NodeJS.Timeout | undefined;

  const leave = async () => {
    clearTimeout(timer);
    await closing.beforeGone();
    window.destroy();
  };

  const ask = async (message: string) => {
    clearTimeout(timer);
    const { response } = await dialog.showMessageBox(window, {
      type: "warning",
      message,
      detail: "A copy of the unsaved text is kept, and offered when the note is opened again.",
      buttons: ["Keep the window open", "Close without saving"],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    asked = false;
    if (response === 1) await leave();
    else closing.stay();
  };

  window.on("close", (event) => {
    event.preventDefault();
    if (asked) return;
    asked = true;
    // A page that has crashed has nothing left to save; its backups are on disk.
    if (window.webContents.isCrashed()) return void leave();
    closing.askToFlush();
    timer = setTimeout(() => void ask("The window does not answer, so its last changes may not be saved."), patience);
  });

  return {
    flushed: (unsaved) => {
      if (!asked) return;
      if (unsaved.length === 0) void leave();
      else void ask(`Not saved: ${unsaved.join(", ")}.`);
    },
  };
};
