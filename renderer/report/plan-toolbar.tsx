import { X } from "lucide-react";
import type { ModuleState } from "#core/outline/tree.ts";
import type { PlanGrouping } from "#core/time/plan.ts";
import { filterMarks } from "../outline/filter.ts";
import { Button } from "../ui/button.tsx";
import { stateNames } from "./plan-filter.ts";
import { clearFilter, filterByText, toggleMark, toggleState, usePlan } from "./plan-store.ts";

const groupings: readonly (readonly [PlanGrouping, string])[] = [
  ["none", "not grouped"],
  ["note", "by note"],
  ["area", "by area"],
  ["level", "by level"],
  ["state", "by state"],
];

const states = (Object.keys(stateNames) as ModuleState[]).filter((state) => state !== "stub");

/** What narrows the plan, and how it is grouped. */
export function PlanToolbar() {
  const { filter, by, joined } = usePlan();
  return (
    <search className="plan-tools" aria-label="Filter the plan">
      <div className="field-with-button plan-filter">
        <input
          className="field"
          type="text"
          aria-label="Filter modules"
          placeholder="Filter modules"
          spellCheck={false}
          value={filter.text}
          onChange={(event) => filterByText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape" && filter.text !== "") {
              event.stopPropagation();
              filterByText("");
            }
          }}
        />
        {filter.text !== "" && (
          <Button look="icon" aria-label="Clear the filter" onClick={clearFilter}>
            <X aria-hidden="true" />
          </Button>
        )}
      </div>
      <fieldset className="chips">
        <legend className="visually-hidden">Show only modules that have</legend>
        {filterMarks.map((mark) => (
          <button
            key={mark}
            type="button"
            className="chip"
            aria-pressed={filter.marks.has(mark)}
            onClick={() => toggleMark(mark)}
          >
            {mark}
          </button>
        ))}
      </fieldset>
      <fieldset className="chips">
        <legend className="visually-hidden">Show only modules that are</legend>
        {states.map((state) => (
          <button
            key={state}
            type="button"
            className="chip"
            aria-pressed={filter.states.has(state)}
            onClick={() => toggleState(state)}
          >
            {stateNames[state]}
          </button>
        ))}
      </fieldset>
      <div className="plan-grouping">
        {(by === "area" || by === "level") && (
          <label className="check">
            <input
              type="checkbox"
              checked={joined}
              onChange={(event) => usePlan.setState({ joined: event.target.checked })}
            />
            across notes
          </label>
        )}
        <select
          className="field"
          aria-label="Group modules"
          value={by}
          onChange={(event) => usePlan.setState({ by: event.target.value as PlanGrouping, folded: new Set() })}
        >
          {groupings.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </div>
    </search>
  );
}
