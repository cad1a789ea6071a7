import { useRef } from "react";
import type { TreeRows } from "./tree.tsx";

/** Rows that are chosen together, by their keys. */
export interface TreeChoice {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (keys: readonly string[]) => void;
}

/** What is held down while a row is clicked or gone to. */
export interface Held {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** The rows from one to another, in their order, ends included. */
export const rangeKeys = (rows: TreeRows, from: number, to: number): readonly string[] => {
  const keys: string[] = [];
  for (let index = Math.min(from, to); index <= Math.max(from, to); index++) {
    const key = rows.at(index)?.key;
    if (key !== undefined) keys.push(key);
  }
  return keys;
};

/** The chosen rows with one more, or without it. Where none was chosen, the row `current` is one of them. */
export const toggledKeys = (
  rows: TreeRows,
  chosen: ReadonlySet<string>,
  current: number,
  index: number,
): readonly string[] => {
  const key = rows.at(index)?.key;
  const keys = new Set(chosen.size > 0 ? chosen : rangeKeys(rows, current, current));
  if (key !== undefined && (chosen.size === 0 || !keys.delete(key))) keys.add(key);
  return [...keys];
};

/** Choosing several rows: Shift for all from one to another, Ctrl or Cmd for one more or less. */
export function useTreeChoice(rows: TreeRows, choice: TreeChoice | undefined, current: number) {
  const anchor = useRef<string | null>(null);
  const anchorRow = (near: number): number => {
    // Rows change while others fold: the anchor is found again by its key.
    for (let index = 0; anchor.current !== null && index < rows.length; index++)
      if (rows.at(index)?.key === anchor.current) return index;
    return near;
  };
  return {
    /** Goes on from row `active` to `index`. False: that chooses no further rows, and none are chosen any more. */
    pick: (index: number, active: number, { shiftKey, ctrlKey, metaKey }: Held): boolean => {
      if (!choice) return false;
      const from = shiftKey ? anchorRow(active) : index;
      anchor.current = rows.at(from)?.key ?? null;
      if (shiftKey) choice.onChange(rangeKeys(rows, from, index));
      else if (ctrlKey || metaKey) choice.onChange(toggledKeys(rows, choice.chosen, current, index));
      else if (choice.chosen.size > 0) choice.onChange([]);
      return shiftKey || ctrlKey || metaKey;
    },
    /** The keyboard went to another row, which begins the next range. */
    leave: (): void => {
      anchor.current = null;
    },
    isSelected: (index: number): boolean =>
      choice && choice.chosen.size > 0 ? choice.chosen.has(rows.at(index)?.key ?? "") : index === current,
  };
}
