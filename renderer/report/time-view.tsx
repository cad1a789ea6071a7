import { useMemo, useState } from "react";
import { formatDay, systemZone } from "#core/time/instant.ts";
import { report } from "#core/time/report.ts";
import type { Session } from "#core/time/session.ts";
import { currentModule } from "../state/current-module.ts";
import { useOutlines } from "../state/outlines.ts";
import { useTime } from "../state/time.ts";
import { useWrittenBack } from "../state/tracked.ts";
import { Attention } from "./attention.tsx";
import { Exchange } from "./exchange.tsx";
import { Facts } from "./facts.tsx";
import { HeatCalendar } from "./heat-calendar.tsx";
import { useNow, usePainted, useSessions } from "./now.ts";
import { OutlinesFailed, OutlinesProgress } from "./outlines-progress.tsx";
import { Pace } from "./pace.tsx";
import { RangePicker } from "./range-picker.tsx";
import { ReportSection } from "./report-section.tsx";
import { SessionDialog } from "./session-dialog.tsx";
import { SessionTable } from "./session-table.tsx";
import { showDay, stretchOf, useTimeView } from "./time-store.ts";
import "./view.css";
import "./time.css";
import "./charts.css";
import "./log.css";

const noNotes: readonly never[] = [];

/** What was planned, what it took, and what is left: in numbers, in charts, and session by session. */
export function TimeView() {
  const outlines = useOutlines();
  const sessions = useSessions();
  const writtenBack = useWrittenBack();
  const quarantine = useTime((time) => time.quarantine);
  const choice = useTimeView((state) => state.range);
  const by = useTimeView((state) => state.by);
  const now = useNow();
  const painted = usePainted();
  const [editing, setEditing] = useState<Session | "new" | null>(null);

  const notes = outlines.notes ?? noNotes;
  // Days and weeks need no notes: the first chart does not wait until ten thousand modules have been added up.
  const counted = painted || (by !== "day" && by !== "week") ? notes : noNotes;
  const today = formatDay(now, systemZone);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a named range moves with the day, not with the minute
  const range = useMemo(() => stretchOf(choice, now, systemZone), [choice, today]);
  const made = useMemo(
    () => report({ sessions, notes: counted, range, now, zone: systemZone, writtenBack }),
    [sessions, counted, range, now, writtenBack],
  );
  const whole = useMemo(() => {
    if (range === null && counted === notes) return made;
    return painted ? report({ sessions, notes, range: null, now, zone: systemZone, writtenBack }) : null;
  }, [made, range, painted, counted, sessions, notes, now, writtenBack]);

  return (
    <main className="view time" aria-labelledby="time-heading">
      <div className="time-page">
        <header className="time-head">
          <h1 id="time-heading" className="view-title">
            Time
          </h1>
          <RangePicker stretch={range} />
          <OutlinesProgress />
          <Exchange range={range} />
        </header>
        {outlines.failure !== null && <OutlinesFailed failure={outlines.failure} />}
        {sessions.length > 0 && <Facts made={made} hasNotes={outlines.notes !== null && counted === notes} />}
        <ReportSection made={made} sessions={sessions} now={now} />
        {painted && whole !== null && (
          <>
            <Attention
              sessions={sessions}
              unplaced={outlines.notes === null ? [] : whole.unplaced}
              quarantine={quarantine}
              onEdit={setEditing}
            />
            <div className="time-pair">
              {outlines.notes !== null && <Pace notes={notes} whole={whole} now={now} />}
              {sessions.length > 0 && <HeatCalendar days={whole.days} today={today} onChoose={showDay} />}
            </div>
            <SessionTable
              sessions={sessions}
              range={range}
              now={now}
              onEdit={(session) => setEditing(session ?? "new")}
            />
          </>
        )}
      </div>
      {editing !== null && (
        <SessionDialog
          session={editing === "new" ? null : editing}
          module={currentModule()}
          onClose={() => setEditing(null)}
        />
      )}
    </main>
  );
}
