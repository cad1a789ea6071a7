import { X } from "lucide-react";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { pathKey } from "#core/time/places.ts";
import { chooseNodes, useChosen } from "../state/chosen.ts";
import { editor } from "../state/editor.ts";
import { useNote } from "../state/note.ts";
import { filterOutline, foldNodes, useOutline } from "../state/outline.ts";
import { useTime } from "../state/time.ts";
import { useTracked, useWrittenBack } from "../state/tracked.ts";
import { Button } from "../ui/button.tsx";
import { Tree } from "../ui/tree.tsx";
import { filterMarks, isFiltering, noFilter, shownNodes } from "./filter.ts";
import { OutlineRow } from "./outline-row.tsx";
import { type OutlineRows, outlineRows } from "./outline-rows.ts";
import { modulePath, type NodeFacts, type OutlineTree } from "./outline-tree.ts";
import { goToNode, rowDrag } from "./row-actions.ts";
import { spentMinutes } from "./totals.ts";

const OutlineMenu = lazy(async () => ({ default: (await import("./outline-menu.tsx")).OutlineMenu }));

/** Ids by which commands give these the keyboard. */
export const outlineTreeId = "outline-tree";
export const outlineFilterId = "outline-filter";

/** The outline of the open note: filter, marks and tree. */
export function OutlinePanel() {
  const { noteKey, tree, filter, collapsed, current } = useOutline();
  const notePath = useNote((state) => state.note?.path ?? "");
  const tracked = useTracked();
  const back = useWrittenBack();
  const running = useTime((time) => time.running);
  const spent = useMemo(() => spentMinutes(tree, notePath, tracked, back), [tree, notePath, tracked, back]);
  const filtering = isFiltering(filter);
  const shown = useMemo(
    () => shownNodes(tree, filter, collapsed, (index) => spent[index] ?? 0),
    [tree, filter, collapsed, spent],
  );
  const rows = useMemo(
    () => outlineRows(tree, shown, collapsed, spent, filtering),
    [tree, shown, collapsed, spent, filtering],
  );
  const runningKey = running === null ? null : pathKey(running.module);
  const isRunning = (node: NodeFacts): boolean => {
    if (runningKey === null || node.home?.title !== running?.module.title) return false;
    const path = modulePath(node, notePath);
    return path !== null && pathKey(path) === runningKey;
  };
  const chosen = useChosen();
  const choice = { chosen: chosen.noteKey === noteKey ? chosen.keys : noKeys, onChange: chooseNodes };
  useEffect(leaveChoiceInText, []);
  const [menu, setMenu] = useState<Menu | null>(null);
  const choose = (row: number): void => goToNode(tree, shown[row] ?? -1);
  const drag = useMemo(() => rowDrag(tree, shown, (row) => rows.at(row)?.expanded === true), [tree, shown, rows]);
  const openMenu = (row: number, at: Menu["at"]): void => {
    const index = shown[row] ?? -1;
    const node = tree.facts[index];
    if (!node) return;
    goToNode(tree, index, false);
    setMenu({ kind: node.kind, at });
  };
  const fold = (row: number, folded: boolean): void => {
    const node = tree.facts[shown[row] ?? -1];
    if (node && !filtering) foldNodes([node.key], folded);
  };
  return (
    <section className="outline" aria-labelledby="outline-heading">
      <header className="side-heading">
        <h2 id="outline-heading">Outline</h2>
        {tree.facts.length > 0 && <ModuleCount facts={tree.facts} shown={filtering ? shown : null} />}
      </header>
      {noteKey !== null && tree.facts.length > 0 && <Filter />}
      {rows.length > 0 ? (
        <Tree
          id={outlineTreeId}
          label="Outline"
          rows={rows}
          current={nearestRow(tree, rows, current)}
          onChoose={choose}
          onFold={fold}
          drag={drag}
          choice={choice}
          onMenu={openMenu}
        >
          {(row) => {
            const index = shown[row] ?? -1;
            const node = tree.facts[index];
            return node ? <OutlineRow node={node} spent={spent[index] ?? 0} running={isRunning(node)} /> : null;
          }}
        </Tree>
      ) : (
        <Empty waiting={noteKey === null} filtering={filtering && tree.facts.length > 0} />
      )}
      {menu !== null && (
        <Suspense fallback={null}>
          <OutlineMenu
            {...menu}
            onClose={() => {
              setMenu(null);
              document.getElementById(outlineTreeId)?.focus();
            }}
          />
        </Suspense>
      )}
    </section>
  );
}

const noKeys: ReadonlySet<string> = new Set();

/** Who goes on in the text means the place of the cursor from then on, not what was chosen before. */
function leaveChoiceInText(): () => void {
  const leave = ({ target }: Event): void => {
    if (useChosen.getState().keys.size > 0 && target instanceof Element && target.closest(".cm-content"))
      chooseNodes([]);
  };
  for (const type of ["pointerdown", "keydown"]) document.addEventListener(type, leave, true);
  return () => {
    for (const type of ["pointerdown", "keydown"]) document.removeEventListener(type, leave, true);
  };
}

interface Menu {
  readonly kind: NodeFacts["kind"];
  readonly at: { readonly x: number; readonly y: number };
}

function Filter() {
  const filter = useOutline((state) => state.filter);
  const toggle = (mark: (typeof filterMarks)[number]): void => {
    const marks = new Set(filter.marks);
    if (!marks.delete(mark)) marks.add(mark);
    filterOutline({ marks });
  };
  return (
    <search className="outline-filter">
      <div className="field-with-button">
        <input
          id={outlineFilterId}
          className="field"
          type="text"
          aria-label="Filter the outline"
          placeholder="Filter"
          spellCheck={false}
          value={filter.text}
          onChange={(event) => filterOutline({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === "Escape") {
              event.stopPropagation();
              if (isFiltering(filter)) filterOutline(noFilter);
              else editor()?.focus();
            } else if (event.key === "ArrowDown" || event.key === "Enter") {
              event.preventDefault();
              document.getElementById(outlineTreeId)?.focus();
            }
          }}
        />
        {filter.text !== "" && (
          <Button look="icon" aria-label="Clear the filter" onClick={() => filterOutline({ text: "" })}>
            <X aria-hidden="true" />
          </Button>
        )}
      </div>
      <fieldset className="chips">
        <legend className="visually-hidden">Show only modules with</legend>
        {filterMarks.map((mark) => (
          <button
            key={mark}
            type="button"
            className="chip"
            aria-pressed={filter.marks.has(mark)}
            onClick={() => toggle(mark)}
          >
            {mark}
          </button>
        ))}
      </fieldset>
    </search>
  );
}

interface ModuleCountProps {
  readonly facts: readonly NodeFacts[];
  /** Indexes of what a filter leaves; null without one. */
  readonly shown: Int32Array | null;
}

function ModuleCount({ facts, shown }: ModuleCountProps) {
  const all = useMemo(() => facts.reduce((sum, { depth, modules }) => (depth === 0 ? sum + modules : sum), 0), [facts]);
  const words = `${all.toLocaleString()} ${all === 1 ? "module" : "modules"}`;
  const left = shown?.reduce((sum, index) => (facts[index]?.kind === "module" ? sum + 1 : sum), 0);
  return (
    <span className="side-count figures">{left === undefined ? words : `${left.toLocaleString()} of ${words}`}</span>
  );
}

/** The row of a node, or of the nearest parent that is shown. */
function nearestRow({ parent }: OutlineTree, { rowOf }: OutlineRows, current: number): number {
  for (let at = current; at >= 0; at = parent[at] ?? -1) {
    const row = rowOf[at] ?? -1;
    if (row >= 0) return row;
  }
  return -1;
}

function Empty({ waiting, filtering }: { readonly waiting: boolean; readonly filtering: boolean }) {
  if (waiting) return <div className="side-empty" />;
  if (!filtering) return <p className="side-empty">No headings, areas or modules in this note yet.</p>;
  return (
    <div className="side-empty">
      <p>Nothing here matches the filter.</p>
      <Button look="quiet" onClick={() => filterOutline(noFilter)}>
        Show everything
      </Button>
    </div>
  );
}
