import { bridge } from "../bridge.ts";
import { runKey } from "./command-keys.ts";
import { runCommand } from "./commands.ts";
import { useNote } from "./note.ts";
import { listNotes, useNotebook } from "./notebook.ts";
import { notify, notifyFailure } from "./notices.ts";
import { noteMoved, openNote, readAgain, rememberPlace } from "./opening.ts";
import { flushAll, saverOf } from "./saving.ts";
import { followTheme, useSettings } from "./settings.ts";
import { readTime, useTime } from "./time.ts";

/** Asks the main process what to show, and shows it. */
export async function start(): Promise<void> {
  followTheme();
  listen();
  const result = await bridge.getStart(undefined);
  if (!result.ok) {
    notifyFailure(result.error);
    useNotebook.setState({ started: true });
    return;
  }
  const { settings, noteId, problem, ...rest } = result.value;
  useSettings.setState(settings);
  useNotebook.setState({ ...rest, started: true });
  if (problem !== null) notify({ kind: "problem", message: problem.message, advice: problem.action, buttons: [] });
  if (rest.notebook === null) return;
  document.title = `${rest.notebook.name} – Lectern`;
  const note = noteId === null ? null : openNote(noteId);
  await Promise.all([note, listNotes(), readTime()]);
  // A notebook seen for the first time shows its first note, so that there is something to read and to write in.
  const [first] = useNotebook.getState().notes ?? [];
  if (note === null && first) await openNote(first.id);
}

/** Follows the main process, the keyboard and the window. */
function listen(): void {
  const { on } = bridge;
  on.command(({ id }) => void runCommand(id));
  on.settingsChanged((settings) => useSettings.setState(settings));
  on.notesChanged((notes) => useNotebook.setState({ notes, failure: null }));
  on.timeChanged((time) => useTime.setState(time));
  on.noteMoved(({ from, to }) => noteMoved(from, to));
  on.openNote(({ id }) => void openNote(id));
  on.noteChanged(({ id, text, hash }) => {
    const { note, failure } = useNote.getState();
    const saver = saverOf(id);
    if (saver) void saver.changedOnDisk(text === null || hash === null ? null : { text, hash });
    else if (text !== null && (note?.id === id || failure?.id === id)) void readAgain(id);
  });
  on.flush(async () => {
    rememberPlace();
    await bridge.flushed({ unsaved: await flushAll() });
  });
  window.addEventListener("blur", () => {
    rememberPlace();
    void flushAll();
  });
  window.addEventListener("keydown", runKey, { capture: true });
  window.addEventListener("error", ({ message, error }) =>
    report(error instanceof Error ? (error.stack ?? message) : message),
  );
  window.addEventListener("unhandledrejection", ({ reason }) =>
    report(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)),
  );
}

const longestReport = 20_000;
const report = (message: string) => void bridge.reportError({ message: message.slice(0, longestReport) });
