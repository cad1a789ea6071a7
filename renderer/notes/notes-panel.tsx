import { Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { runCommand } from "../state/commands.ts";
import { useNote } from "../state/note.ts";
import { listNotes, useNotebook } from "../state/notebook.ts";
import { openNote } from "../state/opening.ts";
import { useSaving } from "../state/saving.ts";
import { useUi } from "../state/ui.ts";
import { Button } from "../ui/button.tsx";
import { Tree } from "../ui/tree.tsx";
import { asTreeRows, folderPath, type NoteRow, noteRows } from "./note-rows.ts";

/** The notes of the notebook, with their folders. */
export function NotesPanel() {
  const { notes, failure } = useNotebook();
  const shownId = useNote((state) => state.opening ?? state.note?.id ?? state.failure?.id ?? null);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => noteRows(notes ?? [], collapsed), [notes, collapsed]);
  const treeRows = useMemo(() => asTreeRows(rows), [rows]);
  const current = useMemo(() => rows.findIndex((row) => row.note?.id === shownId), [rows, shownId]);

  const fold = (index: number, folded: boolean): void => {
    const row = rows[index];
    if (!row || row.note) return;
    const next = new Set(collapsed);
    if (folded) next.add(folderPath(row));
    else next.delete(folderPath(row));
    setCollapsed(next);
  };
  const choose = (index: number): void => {
    const row = rows[index];
    if (!row) return;
    if (!row.note) fold(index, row.expanded === true);
    else {
      useUi.setState({ view: "notes" });
      void openNote(row.note.id);
    }
  };
  return (
    <section className="notes" aria-labelledby="notes-heading">
      <header className="side-heading">
        <h2 id="notes-heading">Notes</h2>
        {notes !== null && notes.length > 0 && (
          <span className="side-count figures">{notes.length.toLocaleString()}</span>
        )}
        <Button look="icon" aria-label="New note" title="New note" onClick={() => runCommand("file.newNote")}>
          <Plus aria-hidden="true" />
        </Button>
      </header>
      {rows.length > 0 && (
        <Tree id="notes-tree" label="Notes" rows={treeRows} current={current} onChoose={choose} onFold={fold}>
          {(index) => <Name row={rows[index]} />}
        </Tree>
      )}
      {notes === null && <div className="side-empty" />}
      {notes !== null && rows.length === 0 && <Empty message={failure?.message} advice={failure?.action} />}
    </section>
  );
}

function Name({ row }: { readonly row: NoteRow | undefined }) {
  const unsaved = useSaving((state) => row?.note && state.notes[row.note.id]?.status.phase === "unsaved");
  if (!row) return null;
  return (
    <span className={row.note ? "note-name" : "folder-name"} data-outside={row.note?.outside || undefined}>
      <span className="note-title" title={row.note?.path ?? row.name}>
        {row.name}
      </span>
      {unsaved && (
        <span className="note-unsaved" title="Not saved yet">
          •
        </span>
      )}
    </span>
  );
}

function Empty({ message, advice }: { readonly message: string | undefined; readonly advice: string | undefined }) {
  if (message !== undefined) {
    return (
      <div className="side-empty" role="alert">
        <p>{message}</p>
        <p>{advice}</p>
        <Button onClick={() => void listNotes()}>Try again</Button>
      </div>
    );
  }
  return (
    <div className="side-empty">
      <p>No Markdown notes in this folder yet.</p>
      <Button onClick={() => runCommand("file.newNote")}>New note</Button>
    </div>
  );
}
