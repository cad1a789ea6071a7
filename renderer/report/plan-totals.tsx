import { useMemo } from "react";
import { type PlanRow, spentOf } from "#core/time/plan.ts";
import { addAmounts } from "#core/time/report.ts";
import { plainMinutes } from "../ui/minutes.ts";
import { count } from "./names.ts";

interface PlanTotalsProps {
  readonly rows: readonly PlanRow[];
  /** How many modules there are without a filter. */
  readonly all: number;
}

/** What the modules that are shown add up to. */
export function PlanTotals({ rows, all }: PlanTotalsProps) {
  const { sum, done } = useMemo(
    () => ({
      sum: rows.reduce((total, { own }) => addAmounts(total, own), { planned: 0, tracked: 0, written: 0 }),
      done: rows.filter(({ module }) => module.state === "done").length,
    }),
    [rows],
  );
  if (all === 0) return null;
  const modules =
    rows.length === all ? count(all, "module") : `${rows.length.toLocaleString()} of ${count(all, "module")}`;
  return (
    <p className="plan-totals figures" aria-live="polite">
      {modules}, {done.toLocaleString()} done · {plainMinutes(sum.planned)} planned · {plainMinutes(spentOf(sum))} spent
    </p>
  );
}
