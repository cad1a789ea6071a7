import { type FormEvent, useState } from "react";
import type { ModulePath } from "#core/outline/tree.ts";
import { parseEntry } from "#core/time/entry.ts";
import { systemZone } from "#core/time/instant.ts";
import { pathKey } from "#core/time/places.ts";
import type { Session } from "#core/time/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { type Correction, correct, dropSession } from "./corrections.ts";
import { entryWords } from "./entry-words.ts";
import { ModuleChoice } from "./module-choice.tsx";
import { whenWords } from "./session-words.ts";
import { SplitForm } from "./split-form.tsx";
import { typedSession, withSeconds } from "./typed-span.ts";

interface SessionDialogProps {
  /** Null: a session is added. */
  readonly session: Session | null;
  /** The module to begin with where a session is added. */
  readonly module: ModulePath | null;
  readonly onClose: () => void;
}

/** Corrects one session: when it was, its note, its module; or splits or deletes it. */
export function SessionDialog({ session, module, onClose }: SessionDialogProps) {
  const [path, setPath] = useState<ModulePath | null>(session?.module ?? module);
  const [text, setText] = useState(() => (session ? typedSession(session) : ""));
  const [note, setNote] = useState(session?.note ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const isRunning = session !== null && session.end === null;
  const entry = parseEntry(text, Date.now(), systemZone);

  const run = async (corrections: readonly Correction[]): Promise<void> => {
    setBusy(true);
    const why = await correct(...corrections);
    setBusy(false);
    if (why === null) onClose();
    else setProblem(why);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    if (path === null) setProblem("Choose the module that the session was on.");
    else if (!isRunning && !entry.ok) setProblem(entry.why);
    else if (session === null) void run([{ kind: "add", module: path, text: text.trim() }]);
    else void run(changesOf(session, path, text.trim(), note.trim(), Date.now()));
  };
  const remove = async (): Promise<void> => {
    if (session && (await dropSession(session))) onClose();
  };
  // The keyboard begins with what is most likely wanted: the module of a new session, the time of a known one.
  const moduleField = <ModuleChoice label="Module" value={path} onChange={setPath} />;
  return (
    <Dialog
      title={session === null ? "Add a session" : "Correct a session"}
      {...(session === null ? {} : { words: whenWords(session) })}
      onClose={onClose}
    >
      <form className="form entry-form" onSubmit={submit}>
        {session === null && moduleField}
        {isRunning ? (
          <p className="form-hint">It still runs: once it is stopped, its time can be corrected.</p>
        ) : (
          <>
            <label className="form-label">
              When, and how long
              <input
                className="field"
                type="text"
                value={text}
                spellCheck={false}
                aria-describedby="session-hint"
                onChange={(event) => {
                  setText(event.target.value);
                  setProblem(null);
                }}
              />
            </label>
            <p id="session-hint" className="form-hint figures" aria-live="polite">
              {entryWords(text, entry)}
            </p>
          </>
        )}
        {session !== null && moduleField}
        {session !== null && (
          <label className="form-label">
            Note
            <input className="field" type="text" value={note} onChange={(event) => setNote(event.target.value)} />
          </label>
        )}
        {problem !== null && (
          <p className="form-problem" role="alert">
            {problem}
          </p>
        )}
        <div className="dialog-buttons">
          {session !== null && !isRunning && (
            <Button className="entry-delete" onClick={() => void remove()}>
              Delete
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button look="main" type="submit" disabled={busy}>
            {session === null ? "Add" : "Save"}
          </Button>
        </div>
      </form>
      {session !== null && !isRunning && (
        <SplitForm session={session} onSplit={(at) => void run([{ kind: "split", id: session.id, at }])} />
      )}
    </Dialog>
  );
}

/** What has to be corrected, and nothing else. */
function changesOf(session: Session, path: ModulePath, text: string, note: string, now: number): readonly Correction[] {
  const { id } = session;
  return [
    ...(text === typedSession(session) ? [] : [{ kind: "set", id, text: withSeconds(text, session, now) } as const]),
    ...(pathKey(path) === pathKey(session.module) ? [] : [{ kind: "give", id, module: path } as const]),
    ...(note === (session.note ?? "") ? [] : [{ kind: "note", id, note } as const]),
  ];
}
