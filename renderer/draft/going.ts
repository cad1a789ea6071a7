import { flushSync } from "react-dom";
import { bridge } from "../bridge.ts";
import { editor } from "../state/editor.ts";
import { useNote } from "../state/note.ts";
import { openNote } from "../state/opening.ts";
import { heldText } from "../state/saving.ts";
import { useUi } from "../state/ui.ts";
import { offsetOfLine } from "./line-offset.ts";

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
