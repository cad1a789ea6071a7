import { createNote, renameNote, trashNote } from "../state/note-actions.ts";
import { noteEntry } from "../state/notebook.ts";
import { closeDialog } from "../state/ui.ts";
import { TextDialog } from "../ui/text-dialog.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";

/** Asks for the name of a new note. */
export function NewNoteDialog() {
  return (
    <TextDialog
      title="New note"
      label="Name"
      hint="A folder before the name puts the note there: course/week 2"
      button="Create"
      onClose={closeDialog}
      onSubmit={createNote}
    />
  );
}

/** Asks for another name, or another folder, for a note. */
export function RenameNoteDialog({ id }: { readonly id: string }) {
  const entry = noteEntry(id);
  const path = entry?.path ?? "";
  return (
    <TextDialog
      title="Rename note"
      label="Path in the notebook"
      hint="Another folder before the name moves the note."
      button="Rename"
      initial={path}
      selected={path.lastIndexOf("/") < 0 ? (entry?.name.length ?? 0) : path.length}
      onClose={closeDialog}
      onSubmit={(text) => (text === path ? Promise.resolve(null) : renameNote(id, text))}
    />
  );
}

/** Asks before a note goes to the trash. */
export function TrashNoteDialog({ id }: { readonly id: string }) {
  const path = noteEntry(id)?.path ?? "this note";
  return (
    <ConfirmDialog
      title={`Move ${path} to the trash?`}
      words="You can bring it back from there. The time spent on its modules stays in the log."
      button="Move to trash"
      run={() => void trashNote(id)}
    />
  );
}
