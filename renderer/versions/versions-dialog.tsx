import { useCallback, useEffect, useState } from "react";
import type { Output } from "#core/api.ts";
import { changesBetween } from "#core/note/merge.ts";
import type { Failure } from "#core/result.ts";
import { bridge } from "../bridge.ts";
import { editor } from "../state/editor.ts";
import { type OpenNote, useNote } from "../state/note.ts";
import { closeDialog } from "../state/ui.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Comparison } from "./comparison.tsx";
import { VersionList } from "./version-list.tsx";
import "./versions.css";

type Versions = Output<"listVersions">;

/** The earlier versions of the open note, each beside the text as it is now. */
export function VersionsDialog() {
  const note = useNote((state) => state.note);
  if (note === null) return null;
  return (
    <Dialog
      title="Earlier versions"
      words={`${note.path}, as it was saved before. Restoring one is a change like any other: undo takes it back.`}
      wide="full"
      onClose={closeDialog}
    >
      <VersionsOf key={note.id} note={note} />
    </Dialog>
  );
}

/** An earlier version that was read, and the note's text at that moment. */
interface Compared {
  readonly version: string;
  readonly before: string;
  readonly now: string;
}

function VersionsOf({ note }: { readonly note: OpenNote }) {
  const [versions, setVersions] = useState<Versions | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [compared, setCompared] = useState<Compared | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const show = useCallback(
    async (version: string): Promise<void> => {
      setChosen(version);
      const result = await bridge.readVersion({ id: note.id, version });
      setFailure(result.ok ? null : result.error);
      setCompared(result.ok ? { version, before: result.value.text, now: editor()?.getText() ?? "" } : null);
    },
    [note.id],
  );
  useEffect(() => {
    let gone = false;
    void bridge.listVersions({ id: note.id }).then(async (result) => {
      if (gone) return;
      setVersions(result.ok ? result.value : []);
      setFailure(result.ok ? null : result.error);
      const [newest] = result.ok ? result.value : [];
      if (newest) await show(newest.version);
    });
    return () => {
      gone = true;
    };
  }, [note.id, show]);

  const restore = ({ before }: Compared): void => {
    const handle = editor();
    if (!handle) return;
    handle.applyChanges(changesBetween(handle.getText(), before), { addToHistory: true, userEvent: "input.restore" });
    closeDialog();
  };
  // A version that was asked for before another one may arrive after it.
  const shown = compared !== null && compared.version === chosen ? compared : null;
  const same = shown !== null && shown.before === shown.now;
  if (versions !== null && versions.length === 0)
    return <p className="versions-none">{failure ? `${failure.message} ${failure.action}` : noVersions}</p>;
  return (
    <>
      <div className="versions">
        <VersionList versions={versions ?? []} chosen={chosen} onChoose={(version) => void show(version)} />
        <div className="versions-side">
          {failure !== null && (
            <p className="form-problem" role="alert">
              {failure.message} {failure.action}
            </p>
          )}
          {same && <p className="versions-same">This version is what the note says now.</p>}
          {shown !== null && !same && <Comparison key={shown.version} before={shown.before} now={shown.now} />}
        </div>
      </div>
      <div className="dialog-buttons">
        {note.readOnly !== null && <p className="form-hint">{note.readOnly}</p>}
        <Button onClick={closeDialog}>Close</Button>
        <Button
          look="main"
          disabled={shown === null || same || note.readOnly !== null}
          onClick={() => shown && restore(shown)}
        >
          Restore this version
        </Button>
      </div>
    </>
  );
}

const noVersions = "No earlier version is kept yet. One is kept with every save.";
