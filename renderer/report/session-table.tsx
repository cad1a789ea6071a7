import { type KeyboardEvent, useMemo, useState } from "react";
import type { Stretch } from "#core/time/calendar.ts";
import type { Session } from "#core/time/session.ts";
import { listSessions, minutesOf } from "#core/time/session-list.ts";
import { folded } from "../outline/filter.ts";
import { Button } from "../ui/button.tsx";
import { plainMinutes, shortMinutes } from "../ui/minutes.ts";
import { correctAndTell, dropSession } from "./corrections.ts";
import { dayWords } from "./dates.ts";
import { Grid, type GridColumn, type GridRow } from "./grid.tsx";
import { count, scopeNames } from "./names.ts";
import { SessionTools } from "./session-tools.tsx";
import { clockWords, dayOf, whenWords } from "./session-words.ts";
import { useTimeView } from "./time-store.ts";

const columns: readonly GridColumn[] = [
  { key: "pick", title: "Chosen", quiet: true },
  { key: "day", title: "Day" },
  { key: "clock", title: "From – to" },
  { key: "length", title: "Time", numeric: true },
  { key: "module", title: "Module" },
  { key: "within", title: "Within" },
  { key: "note", title: "Note" },
];

interface SessionTableProps {
  readonly sessions: readonly Session[];
  readonly range: Stretch | null;
  readonly now: number;
  /** Opens the dialog on a session; null adds one. */
  readonly onEdit: (session: Session | null) => void;
}

const pickColumn = 0;
const dayColumn = 1;

/** The sessions of the range, newest first. Enter corrects one, Space chooses it (to merge), Delete deletes it. */
export function SessionTable({ sessions, range, now, onEdit }: SessionTableProps) {
  const scope = useTimeView((state) => state.scope);
  const text = useTimeView((state) => state.text);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const listed = useMemo(() => listSessions(sessions, { range, scope }, now), [sessions, range, scope, now]);
  const shown = useMemo(() => withWords(listed, text), [listed, text]);
  const chosen = useMemo(() => shown.filter(({ id }) => picked.has(id)), [shown, picked]);
  const minutes = useMemo(() => shown.reduce((sum, session) => sum + minutesOf(session, now), 0), [shown, now]);

  const pick = (index: number): void => {
    const session = shown[index];
    if (!session) return;
    const next = new Set(chosen.map(({ id }) => id));
    if (!next.delete(session.id)) next.add(session.id);
    setPicked(next);
  };
  const merge = async (): Promise<void> => {
    const ids = chosen.map(({ id }) => id);
    if (await correctAndTell({ kind: "merge", ids }, `${count(ids.length, "session")} became one.`))
      setPicked(new Set());
  };
  const onKey = ({ key }: KeyboardEvent, index: number): boolean => {
    const session = shown[index];
    if (!session) return false;
    if (key === " ") pick(index);
    else if (key === "Delete" && session.end !== null) void dropSession(session);
    else return false;
    return true;
  };
  return (
    <section className="sessions-section" aria-labelledby="sessions-heading">
      <header className="section-head">
        <h2 id="sessions-heading" className="section-title">
          Sessions
        </h2>
        <p className="section-words figures">
          {count(shown.length, "session")}
          {shown.length > 0 && `, ${plainMinutes(minutes)}`}
        </p>
      </header>
      <SessionTools chosen={chosen} onMerge={() => void merge()} onAdd={() => onEdit(null)} />
      <Grid
        label="Sessions"
        className="log-grid"
        columns={columns}
        count={shown.length}
        home={dayColumn}
        row={(index) => sessionRow(shown, index, picked, now, () => pick(index))}
        onChoose={(index, column) => (column === pickColumn ? pick(index) : onEdit(shown[index] ?? null))}
        onKey={onKey}
      >
        <p>{sessions.length === 0 ? "Nothing was timed yet." : "No session matches."}</p>
        <Button onClick={() => onEdit(null)}>Add a session</Button>
      </Grid>
    </section>
  );
}

function withWords(sessions: readonly Session[], text: string): readonly Session[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return sessions;
  return sessions.filter(({ module, note }) => {
    const inside = folded(
      `${module.title}\n${module.level ?? ""}\n${module.area ?? ""}\n${module.note}\n${note ?? ""}`,
    );
    return words.every((word) => inside.includes(word));
  });
}

function sessionRow(
  shown: readonly Session[],
  index: number,
  picked: ReadonlySet<string>,
  now: number,
  onPick: () => void,
): GridRow {
  const session = shown[index];
  if (!session) return { key: "none", cells: [] };
  const before = shown[index - 1];
  const { name, within } = scopeNames(session.module);
  const day = dayOf(session);
  const begins = before === undefined || dayOf(before) !== day;
  const isPicked = picked.has(session.id);
  const length = minutesOf(session, now);
  return {
    key: session.id,
    selected: isPicked,
    className: begins && index > 0 ? "log-day" : "",
    cells: [
      {
        content: (
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isPicked}
            aria-label={`Choose ${whenWords(session)}`}
            onChange={onPick}
          />
        ),
        className: "log-pick",
      },
      { content: dayWords(day, "long"), className: begins ? "log-date" : "log-date log-same" },
      { content: clockWords(session), className: "figures" },
      {
        content: session.end === null ? `${shortMinutes(length)} …` : shortMinutes(length),
        title: session.end === null ? "running" : plainMinutes(length),
      },
      { content: name, title: name },
      { content: within, title: within, className: "grid-soft" },
      { content: session.note ?? "", title: session.note ?? "", className: "grid-soft" },
    ],
  };
}
