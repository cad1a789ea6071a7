import { create } from "zustand";
import type { ModuleState } from "#core/outline/tree.ts";
import type { PlanGrouping } from "#core/time/plan.ts";
import type { FilterMark } from "../outline/filter.ts";
import { nextSort, type PlanFilter, type PlanSort, type PlanSortKey } from "./plan-filter.ts";

interface PlanStore {
  readonly filter: PlanFilter;
  readonly sort: PlanSort;
  readonly by: PlanGrouping;
  /** Areas of one name in several notes come together. */
  readonly joined: boolean;
  /** Keys of the groups whose rows are folded away. */
  readonly folded: ReadonlySet<string>;
}

const noFilter: PlanFilter = { text: "", marks: new Set(), states: new Set() };

/** How the plan is shown; kept while another view is open. */
export const usePlan = create<PlanStore>(() => ({
  filter: noFilter,
  sort: null,
  by: "area",
  joined: false,
  folded: new Set(),
}));

const toggled = <T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> => {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
};

/** Narrows the plan by words. */
export const filterByText = (text: string): void => usePlan.setState(({ filter }) => ({ filter: { ...filter, text } }));

/** Chooses a mark, or lets go of it. */
export const toggleMark = (mark: FilterMark): void =>
  usePlan.setState(({ filter }) => ({ filter: { ...filter, marks: toggled(filter.marks, mark) } }));

/** Chooses a state, or lets go of it. */
export const toggleState = (state: ModuleState): void =>
  usePlan.setState(({ filter }) => ({ filter: { ...filter, states: toggled(filter.states, state) } }));

/** Shows everything again. */
export const clearFilter = (): void => usePlan.setState({ filter: noFilter });

/** Sorts by a column, or turns its order round. */
export const sortBy = (key: PlanSortKey): void => usePlan.setState(({ sort }) => ({ sort: nextSort(sort, key) }));

/** Folds a group or opens it. */
export const toggleGroup = (key: string): void => usePlan.setState(({ folded }) => ({ folded: toggled(folded, key) }));
