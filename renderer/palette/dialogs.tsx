import { lazy } from "react";
import { ConfirmDialog } from "../notes/confirm-dialog.tsx";
import { NewNoteDialog, RenameNoteDialog, TrashNoteDialog } from "../notes/note-dialogs.tsx";
import { closeDialog, type DialogState, useUi } from "../state/ui.ts";
import { AddSessionDialog, EditSessionDialog } from "../timer/session-dialogs.tsx";
import "../state/style-nonce.ts";
import { TextDialog } from "../ui/text-dialog.tsx";
import { AboutDialog } from "./about-dialog.tsx";
import { KeysDialog } from "./keys-dialog.tsx";

const NotationDialog = lazy(async () => ({
  default: (await import("../notation/notation-dialog.tsx")).NotationDialog,
}));
const VersionsDialog = lazy(async () => ({
  default: (await import("../versions/versions-dialog.tsx")).VersionsDialog,
}));
const Palette = lazy(async () => ({ default: (await import("./palette.tsx")).Palette }));

/** Whatever dialog is open. Loaded with the first one. */
export function Dialogs() {
  const dialog = useUi((state) => state.dialog);
  return dialog === null ? null : <OpenDialog dialog={dialog} />;
}

function OpenDialog({ dialog }: { readonly dialog: DialogState }) {
  switch (dialog.kind) {
    case "palette":
      return <Palette key={dialog.mode} mode={dialog.mode} />;
    case "new-note":
      return <NewNoteDialog />;
    case "rename-note":
      return <RenameNoteDialog id={dialog.id} />;
    case "trash-note":
      return <TrashNoteDialog id={dialog.id} />;
    case "add-session":
      return <AddSessionDialog module={dialog.module} />;
    case "edit-session":
      return <EditSessionDialog session={dialog.session} />;
    case "confirm":
      return <ConfirmDialog {...dialog} />;
    case "ask": {
      const { title, label, button, initial, hint, submit } = dialog;
      const more = hint === undefined ? {} : { hint };
      return (
        <TextDialog
          title={title}
          label={label}
          button={button}
          initial={initial}
          {...more}
          onClose={closeDialog}
          onSubmit={submit}
        />
      );
    }
    case "notation":
      return <NotationDialog />;
    case "versions":
      return <VersionsDialog />;
    case "keys":
      return <KeysDialog />;
    case "about":
      return <AboutDialog />;
  }
}
