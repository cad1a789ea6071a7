import type { CommandId } from "#core/commands.ts";
import { runCommand } from "./commands.ts";
import { commandFor } from "./keys.ts";
import { useUi } from "./ui.ts";

/** What a text field and the editor do better themselves while they have the keyboard. */
const ownKeys: ReadonlySet<CommandId> = new Set(["edit.undo", "edit.redo"]);

/** Whether the keyboard writes into a field of the window (the editor included). */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

/** A dialog is being loaded: what is typed meanwhile is meant for it, and must not go into the note. */
const isForDialogToCome = ({ target }: KeyboardEvent): boolean =>
  useUi.getState().dialog !== null && isWriting(target) && document.querySelector('[role="dialog"]') === null;

/** Runs the command that a key stands for. */
export function runKey(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented) return;
  if (isForDialogToCome(event)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  const command = commandFor(event, isMac());
  if (!command || (ownKeys.has(command.id) && isWriting(event.target))) return;
  const { dialog } = useUi.getState();
  if (dialog !== null && !(dialog.kind === "palette" && command.id.startsWith("go."))) return;
  if (!runCommand(command.id)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Whether the keyboard is a Mac's. */
export const isMac = (): boolean => navigator.platform.startsWith("Mac");
