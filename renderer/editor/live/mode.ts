import { Compartment, type Extension } from "@codemirror/state";
import type { Command, EditorView } from "@codemirror/view";
import { liveMarkdown } from "./live.ts";

/** How a note is shown for writing: with its markup stepping back, or as it stands in the file. */
export type EditorMode = "live" | "source";

const compartment = new Compartment();
let chosen: EditorMode = "live";

const extensionFor = (mode: EditorMode): Extension => (mode === "live" ? liveMarkdown : []);

/** The mode that the person chose last, for a new editor. */
export function modeExtension(): Extension {
  return compartment.of(extensionFor(chosen));
}

/** What brings a note that was opened earlier into the mode that the person chose since. */
export function modeEffect() {
  return compartment.reconfigure(extensionFor(chosen));
}

/** The mode that notes are shown in. */
export function editorMode(): EditorMode {
  return chosen;
}

/** Shows this note, and those opened after it, in a mode. Place and selection stay. */
export function setEditorMode(view: EditorView, mode: EditorMode): void {
  chosen = mode;
  view.dispatch({ effects: modeEffect() });
}

/** Changes between live and source mode. */
export const toggleLiveMode: Command = (view) => {
  setEditorMode(view, chosen === "live" ? "source" : "live");
  return true;
};
