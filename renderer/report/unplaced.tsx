import { useMemo, useState } from "react";
import type { ModulePath } from "#core/outline/tree.ts";
import { pathKey } from "#core/time/places.ts";
import type { UnplacedTime } from "#core/time/report.ts";
import type { Session } from "#core/time/session.ts";
import { notify } from "../state/notices.ts";
import { useTime } from "../state/time.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { plainMinutes } from "../ui/minutes.ts";
import { Few } from "./attention.tsx";
import { correct, moveModule } from "./corrections.ts";
import { ModuleChoice } from "./module-choice.tsx";
import { count, scopeNames } from "./names.ts";

interface UnplacedProps {
  readonly unplaced: readonly UnplacedTime[];
  readonly sessions: readonly Session[];
}

/** Time whose module is in no note any more, with the best guess where it went. */
export function Unplaced({ unplaced, sessions }: UnplacedProps) {
  const known = useTime((time) => time.unplaced);
  const [asking, setAsking] = useState<UnplacedTime | null>(null);
  const guesses = useMemo(
    () => new Map(known.flatMap(({ module, guess }) => (guess ? [[pathKey(module), guess] as const] : []))),
    [known],
  );
  return (
    <>
      <Few
        all={unplaced}
        title={`Unplaced: ${count(unplaced.length, "module")} with time ${unplaced.length === 1 ? "stands" : "stand"} in no note any more`}
      >
        {(lost) => {
          const guess = guesses.get(pathKey(lost.path));
          const { name, within } = scopeNames(lost.path);
          return (
            <li key={pathKey(lost.path)} className="attention-item">
              <p>
                “{name}” in {within}: {plainMinutes(lost.minutes)} in {count(lost.sessions, "session")}.
                {guess && ` It may be “${guess.title}” in ${scopeNames(guess).within} now.`}
              </p>
              <span className="attention-buttons">
                {guess && <Button onClick={() => void place(lost, guess, sessions)}>Place there</Button>}
                <Button look={guess ? "quiet" : "plain"} onClick={() => setAsking(lost)}>
                  Place elsewhere…
                </Button>
              </span>
            </li>
          );
        }}
      </Few>
      {asking && <PlaceDialog lost={asking} sessions={sessions} onClose={() => setAsking(null)} />}
    </>
  );
}

/** From so many sessions on, all move by one record of the log; fewer are given one by one, so that each can be undone. */
const many = 20;

/** Gives every session of a lost module to another one. Returns why that could not be done, or null. */
async function place(lost: UnplacedTime, module: ModulePath, sessions: readonly Session[]): Promise<string | null> {
  const key = pathKey(lost.path);
  const ids = sessions.flatMap((session) => (pathKey(session.module) === key ? [session.id] : []));
  const why =
    ids.length < many
      ? await correct(...ids.map((id) => ({ kind: "give", id, module }) as const))
      : await moveModule(lost.path, module);
  notify({
    kind: why === null ? "news" : "problem",
    message: why ?? `${count(ids.length, "session")} of “${lost.path.title}” stand under “${module.title}” now.`,
    advice: null,
    buttons: [],
  });
  return why;
}

interface PlaceDialogProps {
  readonly lost: UnplacedTime;
  readonly sessions: readonly Session[];
  readonly onClose: () => void;
}

function PlaceDialog({ lost, sessions, onClose }: PlaceDialogProps) {
  const [module, setModule] = useState<ModulePath | null>(null);
  const submit = async (): Promise<void> => {
    if (module && (await place(lost, module, sessions)) === null) onClose();
  };
  return (
    <Dialog title={`Where does “${lost.path.title}” belong?`} onClose={onClose}>
      <form
        className="form entry-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ModuleChoice label="Module" value={module} onChange={setModule} />
        <div className="dialog-buttons">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="main" type="submit" disabled={module === null}>
            Place there
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
