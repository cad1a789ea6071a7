import { flushSync } from "react-dom";
import { bridge } from "../bridge.ts";
import { editor } from "../state/editor.ts";
import { useNote } from "../state/note.ts";
import { openNote } from "../state/opening.ts";
import { heldText } from "../state/saving.ts";
import { useUi } from "../state/ui.ts";

/** Where a 1-based line begins, in UTF-16 code units; the end of the text for a line that it does not have. */
export const offsetOfLine = (text: string, line: number): number => {
  const breaks = /\r\n?|\n/gu;
  for (let at = 1; at < line; at++) if (breaks.exec(text) === null) return text.length;
  return breaks.lastIndex;
};

/** Shows a line of a note in the editor. */
export async function goToLine(id: string, line: number): Promise<void> {
  const isOpen = useNote.getState().note?.id === id;
  const held = (isOpen ? editor()?.getText() : undefined) ?? heldText(id);
  const read = held === null ? await bridge.readNote({ id }) : null;
  const text = held ?? (read?.ok ? read.value.text : "");
  // The editor must be in sight before it can take the keyboard.
  flushSync(() => useUi.setState({ view: "notes" }));
  await openNote(id, offsetOfLine(text, line));
}
