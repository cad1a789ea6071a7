import type { TreeRows } from "./tree.tsx";

/** What a key does in a tree. */
export type TreeMove =
  | { readonly kind: "go"; readonly index: number }
  | { readonly kind: "fold"; readonly folded: boolean }
  | { readonly kind: "choose" };

/** Milliseconds after which letters begin a new word. */
const typingRest = 700;

/**
 * What a key does when row `active` has the focus, after the ARIA pattern for trees; null where it is no key of a tree.
 * `page`: rows a page. `typed` collects the letters of one word; `at`: milliseconds, on any clock that only goes on.
 */
export function treeMove(
  rows: TreeRows,
  active: number,
  key: string,
  page: number,
  typed: { text: string; at: number },
  at: number,
): TreeMove | null {
  const row = rows.at(active);
  if (row === undefined) return null;
  const go = (index: number): TreeMove => ({ kind: "go", index: Math.max(0, Math.min(rows.length - 1, index)) });
  const word = at - typed.at < typingRest ? typed.text : "";
  switch (key) {
    case "ArrowDown":
      return go(active + 1);
    case "ArrowUp":
      return go(active - 1);
    case "PageDown":
      return go(active + page);
    case "PageUp":
      return go(active - page);
    case "Home":
      return go(0);
    case "End":
      return go(rows.length - 1);
    case "ArrowRight":
      if (row.expanded === null) return go(active);
      return row.expanded ? go(active + 1) : { kind: "fold", folded: false };
    case "ArrowLeft":
      if (row.expanded === true) return { kind: "fold", folded: true };
      return go(row.parent >= 0 ? row.parent : active);
    case "Enter":
      return { kind: "choose" };
    case " ":
      if (word === "") return { kind: "choose" };
  }
  if ([...key].length !== 1) return null;
  typed.text = word + key.toLocaleLowerCase();
  typed.at = at;
  // A new word is looked for from the next row on, a longer one from this row on.
  const from = word === "" ? active + 1 : active;
  for (let step = 0; step < rows.length; step++) {
    const index = (from + step) % rows.length;
    if (rows.label(index).toLocaleLowerCase().startsWith(typed.text)) return go(index);
  }
  return go(active);
}

/**
 * Indexes of the parents that stay at the top while their contents scroll past, outermost first. `scrolled` and
 * `height` (of a row) in px.
 */
export function stickyRows(rows: TreeRows, scrolled: number, height: number): readonly number[] {
  const sticky: number[] = [];
  if (scrolled <= 0) return sticky;
  for (let depth = 0; ; depth++) {
    // The row that the parent at this depth would cover says which parent that is.
    let at = Math.floor(scrolled / height) + depth;
    while (at >= 0 && (rows.at(at)?.depth ?? 0) > depth) at = rows.at(at)?.parent ?? -1;
    const row = at < 0 ? undefined : rows.at(at);
    if (row?.depth !== depth || row.expanded !== true || (depth > 0 && row.parent !== sticky[depth - 1])) return sticky;
    sticky.push(at);
  }
}
