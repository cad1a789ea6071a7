import type { BreakdownRow, Scope } from "#core/time/breakdown.ts";
import { spentOf } from "#core/time/plan.ts";
import { Button } from "../ui/button.tsx";
import { plainMinutes, shortMinutes } from "../ui/minutes.ts";
import { count, scopeNames } from "./names.ts";
import { PlainTable } from "./plain-table.tsx";

interface BarChartProps {
  readonly caption: string;
  readonly rows: readonly BreakdownRow[];
  readonly onChoose: (scope: Scope) => void;
  readonly onAll: () => void;
}

/** So many lines are read at a glance; the table has them all. */
const most = 14;

/** Planned against spent, line by line: a pale bar for the plan, a full one for the time spent. */
export function BarChart({ caption, rows, onChoose, onAll }: BarChartProps) {
  const shown = rows.slice(0, most);
  const widest = Math.max(1, ...shown.map(({ total }) => Math.max(total.planned, spentOf(total))));
  const part = (minutes: number): string => `${Math.min(100, (minutes / widest) * 100)}%`;
  return (
    <figure className="bar-chart">
      <p className="chart-key" aria-hidden="true">
        <span className="chart-swatch swatch-planned" /> planned <span className="chart-swatch swatch-spent" /> spent{" "}
        <span className="chart-swatch swatch-over" /> over the plan
      </p>
      <ul>
        {shown.map(({ key, scope, total, placed }) => {
          const { name, within } = scopeNames(scope);
          const spent = spentOf(total);
          const over = total.planned > 0 ? Math.max(0, spent - total.planned) : 0;
          return (
            <li key={key}>
              <button type="button" className="bar-row" title="Show its sessions" onClick={() => onChoose(scope)}>
                <span className="bar-names">
                  <span className="bar-name">{name}</span>
                  <span className="bar-within">{placed ? within : `${within} · unplaced`}</span>
                </span>
                <span className="bar-room" aria-hidden="true">
                  <span className="bar-planned" style={{ width: part(total.planned) }} />
                  <span className="bar-spent" style={{ width: part(spent - over) }} />
                  {over > 0 && <span className="bar-over" style={{ left: part(total.planned), width: part(over) }} />}
                </span>
                <span className="bar-number figures" data-over={over > 0 || undefined}>
                  {spent > 0 ? shortMinutes(spent) : "–"}
                </span>
                <span className="bar-number bar-plan figures">
                  {total.planned > 0 ? `of ${shortMinutes(total.planned)}` : ""}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {rows.length > most && (
        <Button look="quiet" onClick={onAll}>
          {count(rows.length - most, "more line")} in the table
        </Button>
      )}
      <PlainTable
        caption={caption}
        columns={["Name", "Within", "Planned", "Spent", "Sessions"]}
        rows={shown.map(({ key, scope, total, sessions }) => {
          const { name, within } = scopeNames(scope);
          return { key, cells: [name, within, plainMinutes(total.planned), plainMinutes(spentOf(total)), sessions] };
        })}
      />
    </figure>
  );
}
