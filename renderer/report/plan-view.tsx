import { useDeferredValue, useMemo } from "react";
import { systemZone } from "#core/time/instant.ts";
import { planRows } from "#core/time/plan.ts";
import { report } from "#core/time/report.ts";
import { useOutlines } from "../state/outlines.ts";
import { useWrittenBack } from "../state/tracked.ts";
import { useNow, useSessions } from "./now.ts";
import { OutlinesFailed, OutlinesProgress } from "./outlines-progress.tsx";
import { planLines } from "./plan-lines.ts";
import { usePlan } from "./plan-store.ts";
import { PlanTable } from "./plan-table.tsx";
import { PlanToolbar } from "./plan-toolbar.tsx";
import { PlanTotals } from "./plan-totals.tsx";
import "./view.css";
import "./plan.css";

/** Every module of the notebook in one table: what is planned, what it took, how far it has come. */
export function PlanView() {
  const { notes, failure } = useOutlines();
  const sessions = useSessions();
  const writtenBack = useWrittenBack();
  const now = useNow();
  const shape = useDeferredValue(usePlan());
  const made = useMemo(
    () => report({ sessions, notes: notes ?? [], range: null, now, zone: systemZone, writtenBack }),
    [sessions, notes, now, writtenBack],
  );
  const rows = useMemo(() => planRows(notes ?? [], made), [notes, made]);
  const shown = useMemo(() => planLines(rows, made, shape), [rows, made, shape]);
  return (
    <main className="view plan" aria-labelledby="plan-heading">
      <header className="plan-head">
        <h1 id="plan-heading" className="view-title">
          Plan
        </h1>
        <OutlinesProgress />
        <PlanTotals rows={shown.rows} all={rows.length} />
      </header>
      <PlanToolbar />
      {failure !== null && <OutlinesFailed failure={failure} />}
      {notes !== null && rows.length === 0 ? <NoModules /> : <PlanTable lines={shown.lines} reading={notes === null} />}
    </main>
  );
}

function NoModules() {
  return (
    <div className="blank">
      <h2>No module is written in this notebook yet</h2>
      <p>
        A module is what you sit down to do: a heading, a numbered item, a bullet or a link under an area. Write the
        first one in a note, and it stands here with its times.
      </p>
    </div>
  );
}
