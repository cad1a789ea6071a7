import { X } from "lucide-react";
import { useMemo } from "react";
import { editor } from "../state/editor.ts";
import { filterOutline, foldNodes, nowAt, useOutline } from "../state/outline.ts";
import { useTime } from "../state/time.ts";
import { useTracked } from "../state/tracked.ts";
import { Button } from "../ui/button.tsx";
import { Tree } from "../ui/tree.tsx";
import { filterMarks, isFiltering, noFilter, visibleRows } from "./filter.ts";
import { OutlineRow } from "./outline-row.tsx";
import { outlineRows } from "./outline-rows.ts";
import { pathKey, spentMinutes } from "./totals.ts";

/** Ids by which commands give these the keyboard. */
export const outlineTreeId = "outline-tree";
export const outlineFilterId = "outline-filter";

/** The outline of the open note: filter, marks and tree. */
export function OutlinePanel() {
  const { noteKey, nodes, filter, collapsed, current } = useOutline();
  const tracked = useTracked();
  const runningPath = useTime((time) => (time.running ? pathKey(time.running.module) : null));
  const spent = useMemo(() => spentMinutes(nodes, tracked), [nodes, tracked]);
  const filtering = isFiltering(filter);
  const shown = useMemo(
    () => visibleRows(nodes, filter, collapsed, (index) => spent[index] ?? 0),
    [nodes, filter, collapsed, spent],
  );
  const rows = useMemo(
    () => outlineRows(nodes, shown, collapsed, spent, filtering),
    [nodes, shown, collapsed, spent, filtering],
  );
  const currentRow = useMemo(() => nearestShown(nodes, shown, current), [nodes, shown, current]);

  const choose = (row: number): void => {
    const node = nodes[shown[row] ?? -1];
    if (node) editor()?.goTo(nowAt(node.from), { align: "third" });
  };
  const fold = (row: number, folded: boolean): void => {
    const node = nodes[shown[row] ?? -1];
    if (node && !filtering) foldNodes([node.key], folded);
  };
  return (
    <section className="outline" aria-labelledby="outline-heading">
      <header className="side-heading">
        <h2 id="outline-heading">Outline</h2>
        {nodes.length > 0 && <ModuleCount shown={filtering ? countModules(nodes, shown) : null} nodes={nodes} />}
      </header>
      {noteKey !== null && nodes.length > 0 && <Filter />}
      {rows.length > 0 ? (
        <Tree id={outlineTreeId} label="Outline" rows={rows} current={currentRow} onChoose={choose} onFold={fold}>
          {(row) => {
            const index = shown[row] ?? -1;
            const node = nodes[index];
            return node ? (
              <OutlineRow
                node={node}
                spent={spent[index] ?? 0}
                running={node.path !== null && runningPath === pathKey(node.path)}
              />
            ) : null;
          }}
        </Tree>
      ) : (
        <Empty waiting={noteKey === null} filtering={filtering && nodes.length > 0} />
      )}
    </section>
  );
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

type Nodes = ReturnType<typeof useOutline.getState>["nodes"];

const countModules = (nodes: Nodes, shown: readonly number[]): number =>
  shown.filter((index) => nodes[index]?.kind === "module").length;

function ModuleCount({ shown, nodes }: { readonly shown: number | null; readonly nodes: Nodes }) {
  const all = useMemo(() => nodes.filter((node) => node.kind === "module").length, [nodes]);
  const words = `${all.toLocaleString()} ${all === 1 ? "module" : "modules"}`;
  return <span className="side-count figures">{shown === null ? words : `${shown.toLocaleString()} of ${words}`}</span>;
}

/** The row of a node, or of the nearest parent that is shown. */
function nearestShown(nodes: Nodes, shown: readonly number[], current: number): number {
  const rowOf = new Map(shown.map((index, row) => [index, row]));
  for (let at = current; at >= 0; at = nodes[at]?.parent ?? -1) {
    const row = rowOf.get(at);
    if (row !== undefined) return row;
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
