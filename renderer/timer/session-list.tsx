import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Session } from "#core/time/session.ts";
import { sessionMinutes } from "../outline/totals.ts";
import { notify } from "../state/notices.ts";
import { editTime } from "../state/time.ts";
import { openDialog } from "../state/ui.ts";
import { Button } from "../ui/button.tsx";
import { plainMinutes } from "../ui/minutes.ts";

/** How many sessions are shown before one asks for all. */
const few = 8;

/** The sessions of one module, newest first; each can be dropped, and that be undone. */
export function SessionList({ sessions }: { readonly sessions: readonly Session[] }) {
  const [all, setAll] = useState(false);
  if (sessions.length === 0) return <p className="module-hint">No sessions yet.</p>;
  const newest = [...sessions].sort((a, b) => Date.parse(b.start) - Date.parse(a.start));
  return (
    <section className="sessions" aria-label="Sessions">
      <h3 className="side-label">Sessions</h3>
      <ul>
        {(all ? newest : newest.slice(0, few)).map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {!all && newest.length > few && (
        <Button look="quiet" onClick={() => setAll(true)}>
          Show all {newest.length}
        </Button>
      )}
    </section>
  );
}

const day = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short" });
const time = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });

async function drop(session: Session): Promise<void> {
  if (!(await editTime({ kind: "drop", id: session.id }))) return;
  notify({
    kind: "news",
    message: `The session of ${day.format(new Date(session.start))} was dropped.`,
    advice: null,
    buttons: [{ label: "Undo", run: () => void editTime({ kind: "undo" }) }],
  });
}

function SessionRow({ session }: { readonly session: Session }) {
  const start = new Date(session.start);
  const when = `${day.format(start)}, ${time.format(start)}`;
  const end = session.end === null ? "now" : time.format(new Date(session.end));
  return (
    <li className="session figures" data-running={session.end === null || undefined}>
      <span className="session-when">
        <span className="session-day">{day.format(start)}</span> {time.format(start)}–{end}
        {session.note !== null && <span className="session-note">{session.note}</span>}
      </span>
      <span className="session-length">
        {session.end === null ? "running" : plainMinutes(sessionMinutes(session, Date.now()))}
      </span>
      {session.end !== null && (
        <span className="session-buttons">
          <Button
            look="icon"
            aria-label={`Correct the session of ${when}`}
            title="Correct"
            onClick={() => openDialog({ kind: "edit-session", session })}
          >
            <Pencil aria-hidden="true" />
          </Button>
          <Button
            look="icon"
            aria-label={`Drop the session of ${when}`}
            title="Drop"
            onClick={() => void drop(session)}
          >
            <Trash2 aria-hidden="true" />
          </Button>
        </span>
      )}
    </li>
  );
}
