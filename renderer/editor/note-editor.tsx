import { type CSSProperties, useEffect, useLayoutEffect, useRef } from "react";
import type { EditorHandle } from "./editor-handle.ts";
import { type EditorUpdate, NoteView } from "./note-view.ts";
import type { InitialNote } from "./open-notes.ts";

export type { EditorHandle } from "./editor-handle.ts";
export { type EditorMode, editorMode, setEditorMode, toggleLiveMode } from "./live/mode.ts";
export type { EditorUpdate } from "./note-view.ts";

export interface NoteEditorProps {
  /** Which note; another key puts another note into the editor, and the one before is kept as it was left. */
  readonly noteKey: string;
  /** Read when the key changes, and then only. Later changes go through the handle. */
  readonly initial: InitialNote;
  /** `textSize` in px, `measure` in characters. */
  readonly settings: { readonly textSize: number; readonly measure: number; readonly spellcheck: boolean };
  /** Called for each note put into the editor, when it can be typed into. */
  readonly onReady: (handle: EditorHandle) => void;
  /** Called for every change of the shown note's text or selection. */
  readonly onUpdate: (update: EditorUpdate) => void;
}

/** The editor. It has the only copy of the note's text in the window. */
export function NoteEditor({ noteKey, initial, settings, onReady, onUpdate }: NoteEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<NoteView>(null);
  const latest = useRef({ initial, settings, onReady, onUpdate });
  latest.current = { initial, settings, onReady, onUpdate };

  useLayoutEffect(() => {
    if (place.current === null) return;
    const view = new NoteView(place.current, latest.current.settings, (update) => latest.current.onUpdate(update));
    editor.current = view;
    return () => {
      editor.current = null;
      view.destroy();
    };
  }, []);

  useLayoutEffect(() => {
    const handle = editor.current?.show(noteKey, latest.current.initial);
    if (handle === undefined) return;
    performance.mark("editor-ready");
    latest.current.onReady(handle);
  }, [noteKey]);

  const { textSize, measure, spellcheck } = settings;
  // biome-ignore lint/correctness/useExhaustiveDependencies: size and measure act through CSS, and the editor must measure again
  useEffect(() => editor.current?.prefer({ spellcheck }), [spellcheck, textSize, measure]);

  const style = { "--editor-size": `${textSize}px`, "--editor-measure": measure, height: "100%" } as CSSProperties;
  return <div className="note-editor" ref={place} style={style} />;
}
