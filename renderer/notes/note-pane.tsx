import { lazy, Suspense } from "react";
import { type EditorUpdate, NoteEditor } from "../editor/note-editor.tsx";
import { runCommand } from "../state/commands.ts";
import { countWordsSoon } from "../state/editor.ts";
import { type OpenNote, useNote } from "../state/note.ts";
import { useNotebook } from "../state/notebook.ts";
import { beginning, editorReady, openNote, rememberPlaceSoon } from "../state/opening.ts";
import { followEditor } from "../state/outline.ts";
import { saverOf, useSaving } from "../state/saving.ts";
import { useSettings } from "../state/settings.ts";
import { Button } from "../ui/button.tsx";
import { ReadOnlyBanner, SaveBanner } from "./save-banner.tsx";

const ConflictView = lazy(async () => ({ default: (await import("./conflict-view.tsx")).ConflictView }));

const onUpdate = (update: EditorUpdate): void => {
  const { note } = useNote.getState();
  followEditor(update.changes, update.head);
  if (update.docChanged && note !== null) saverOf(note.id)?.changed();
  if (update.docChanged || update.selectionChanged) countWordsSoon();
  rememberPlaceSoon();
};

/** The open note: the editor, and above it what stands in the way of saving. */
export function NotePane() {
  const note = useNote((state) => state.note);
  const failure = useNote((state) => state.failure);
  return (
    <section className="note-pane" aria-labelledby="note-heading">
      <h1 id="note-heading" className="visually-hidden">
        {note?.path ?? "No note"}
      </h1>
      <SaveBanner shownId={note?.id ?? null} />
      {note === null ? failure ? <Unreadable failure={failure} /> : <NoNote /> : <ShownNote note={note} />}
    </section>
  );
}

function ShownNote({ note }: { readonly note: OpenNote }) {
  const textSize = useSettings((settings) => settings.textSize);
  const measure = useSettings((settings) => settings.measure);
  const spellcheck = useSettings((settings) => settings.spellcheck);
  const conflict = useSaving((state) => state.notes[note.id]?.status.conflict ?? null);
  return (
    <>
      {note.readOnly !== null && <ReadOnlyBanner note={note} reason={note.readOnly} />}
      {conflict !== null && (
        <Suspense fallback={null}>
          <ConflictView key={conflict.hash} note={note} disk={conflict.text} />
        </Suspense>
      )}
      <div className="note-editor-room" hidden={conflict !== null}>
        <NoteEditor
          noteKey={note.key}
          initial={beginning(note.key)}
          settings={{ textSize, measure, spellcheck }}
          onReady={editorReady}
          onUpdate={onUpdate}
        />
      </div>
    </>
  );
}

function Unreadable({ failure }: { readonly failure: NonNullable<ReturnType<typeof useNote.getState>["failure"]> }) {
  return (
    <div className="blank" role="alert">
      <h2>{failure.message}</h2>
      <p>{failure.action}</p>
      <Button onClick={() => void openNote(failure.id)}>Try again</Button>
    </div>
  );
}

function NoNote() {
  const notes = useNotebook((state) => state.notes);
  const opening = useNote((state) => state.opening);
  if (notes === null || opening !== null) return <div className="blank" />;
  return (
    <div className="blank">
      <h2>{notes.length === 0 ? "This notebook is empty" : "No note is open"}</h2>
      <p>{notes.length === 0 ? "Begin with a first note." : "Choose one on the left, or find one by name."}</p>
      {notes.length === 0 ? (
        <Button look="main" onClick={() => runCommand("file.newNote")}>
          New note
        </Button>
      ) : (
        <Button onClick={() => runCommand("go.note")}>Go to a note or module</Button>
      )}
    </div>
  );
}
