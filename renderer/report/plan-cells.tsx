import { ChevronRight, Play, Square } from "lucide-react";
import type { ModuleState } from "#core/outline/tree.ts";
import type { PlanGroup, PlanGrouping, PlanRow } from "#core/time/plan.ts";
import { openWords } from "../outline/outline-rows.ts";
import { Button } from "../ui/button.tsx";
import { plainMinutes, shortMinutes } from "../ui/minutes.ts";
import { StateMark } from "../ui/state-mark.tsx";
import type { GridCell, GridRow } from "./grid.tsx";
import { toggleSession } from "./module-actions.ts";
import { count, noteName } from "./names.ts";
import { isOver, openCount, stateNames } from "./plan-filter.ts";
import type { PlanLine } from "./plan-lines.ts";
import { toggleGroup } from "./plan-store.ts";

const minutesCell = (minutes: number, className = ""): GridCell =>
  minutes > 0
    ? { content: shortMinutes(minutes), className, title: plainMinutes(minutes) }
    : { content: "–", className: "grid-soft" };

/** The row of the grid for a line of the plan. `running`: the key of the module that the timer runs on. */
export function planCells(line: PlanLine | undefined, running: string | null): GridRow {
  if (!line) return { key: "none", cells: [] };
  return line.kind === "group"
    ? groupRow(line.by, line.group, line.open)
    : moduleRow(line.row, running === line.row.key);
}

function moduleRow(row: PlanRow, isRunning: boolean): GridRow {
  const { path, module, own } = row;
  const open = openCount(row);
  const over = isOver(row) ? "grid-over" : "";
  const title = path.title === "" ? "untitled" : path.title;
  return {
    key: row.key,
    className: isRunning ? "plan-running" : "",
    cells: [
      {
        content: (
          <Button
            look="icon"
            tabIndex={-1}
            className="plan-start"
            aria-label={isRunning ? `Stop the timer on ${title}` : `Start the timer on ${title}`}
            title={isRunning ? "Stop" : "Start"}
            onClick={() => toggleSession(path)}
          >
            {isRunning ? <Square aria-hidden="true" /> : <Play aria-hidden="true" />}
          </Button>
        ),
        className: "plan-timer",
      },
      { content: title, title, className: "plan-title" },
      { content: path.level ?? "", title: path.level ?? "", className: "plan-place" },
      { content: path.area ?? "", title: path.area ?? "", className: "plan-place" },
      { content: noteName(path.note), title: path.note, className: "plan-place" },
      minutesCell(own.planned),
      minutesCell(own.written, over),
      minutesCell(own.tracked, over),
      {
        content: (
          <>
            <StateMark state={module.state} /> {stateNames[module.state]}
          </>
        ),
      },
      { content: open > 0 ? open : "", title: openWords(module), className: "plan-open" },
    ],
  };
}

function groupRow(by: PlanGrouping, group: PlanGroup, open: boolean): GridRow {
  const { own, total, rows } = group;
  const { name, within } = groupNames(by, group);
  const left = rows.reduce((sum, row) => sum + openCount(row), 0);
  return {
    key: `group ${group.key}`,
    className: "plan-group",
    expanded: open,
    cells: [
      {
        span: 5,
        content: (
          <>
            <Button
              look="icon"
              tabIndex={-1}
              className="plan-fold"
              aria-label={open ? `Fold ${name}` : `Open ${name}`}
              onClick={() => toggleGroup(group.key)}
            >
              <ChevronRight aria-hidden="true" />
            </Button>
            <span className="plan-group-name">{name}</span>
            <span className="plan-group-within">
              {[
                within,
                count(rows.length, "module"),
                ...(own.planned > 0 ? [`${plainMinutes(own.planned)} as a whole`] : []),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </>
        ),
      },
      minutesCell(total.planned),
      minutesCell(total.written),
      minutesCell(total.tracked),
      { content: doneWords(rows), className: "plan-done" },
      { content: left > 0 ? left : "", className: "plan-open" },
    ],
  };
}

const doneWords = (rows: readonly PlanRow[]): string =>
  `${rows.filter(({ module }) => module.state === "done").length.toLocaleString()} done`;

function groupNames(by: PlanGrouping, { names, notes }: PlanGroup): { readonly name: string; readonly within: string } {
  const name = names.at(-1) ?? null;
  if (by === "note") return { name: noteName(name ?? ""), within: "" };
  if (by === "state") return { name: stateNames[name as ModuleState], within: "" };
  const from = notes.length === 1 ? noteName(notes[0] ?? "") : count(notes.length, "note");
  if (by === "area") return { name: name || "no area", within: from };
  return { name: name || "no level", within: `${from} › ${names.at(-2) || "no area"}` };
}
