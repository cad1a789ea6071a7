import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useCallback, useId, useRef, useState } from "react";
import { type GridPlace, gridMove } from "./grid-keys.ts";
import "./grid.css";

/** A column of a grid. */
export interface GridColumn {
  readonly key: string;
  readonly title: string;
  /** Said where the title is too short to explain itself. */
  readonly words?: string;
  /** Numbers stand at the right edge. */
  readonly numeric?: boolean;
  /** The title is for screen readers only. */
  readonly quiet?: boolean;
  /** Sorts by this column, where that can be done. */
  readonly onSort?: () => void;
  readonly sorted?: "ascending" | "descending";
}

/** What stands in one cell. */
export interface GridCell {
  readonly content: ReactNode;
  /** Columns that the cell takes; 1 by default. */
  readonly span?: number;
  readonly className?: string;
  readonly title?: string;
}

/** What a row shows, and how. */
export interface GridRow {
  readonly key: string;
  readonly cells: readonly GridCell[];
  /** Of a row that others are gathered under. */
  readonly expanded?: boolean;
  readonly selected?: boolean;
  readonly className?: string;
}

interface GridProps {
  readonly label: string;
  /** A class that sets the widths of the columns (`grid-template-columns` of `.grid-row`). */
  readonly className: string;
  readonly columns: readonly GridColumn[];
  readonly count: number;
  /** The column that the keyboard begins in; the first by default. */
  readonly home?: number;
  readonly row: (index: number) => GridRow;
  /** Enter, or a double click: in a cell of a row. */
  readonly onChoose: (index: number, column: number) => void;
  /** A click in a cell; by default it only makes the cell the active one. */
  readonly onClick?: (index: number, column: number) => void;
  /** Keys that the grid itself has no use for. True: the key was used. */
  readonly onKey?: (event: KeyboardEvent, index: number) => boolean;
  /** Stands under the rows in the place of none. */
  readonly children?: ReactNode;
}

/** Heights in px: of a row (`--row` of the tokens) and of the head. */
const rowHeight = 28;
const headHeight = 32;

/** A table of any length: only the rows in sight are in the page. The arrows, Home, End and the page keys move in it. */
export function Grid({
  label,
  className,
  columns,
  count,
  home = 0,
  row,
  onChoose,
  onClick,
  onKey,
  children,
}: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const prefix = useId();
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: home });
  const active = { row: Math.min(place.row, Math.max(0, count - 1)), column: place.column };

  const withActive = useCallback(
    (range: Range) => {
      const inSight = defaultRangeExtractor(range);
      if (active.row >= count || inSight.includes(active.row)) return inSight;
      return [...inSight, active.row].sort((a, b) => a - b);
    },
    [active.row, count],
  );
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The head covers the first rows of the scrolled part, which lie as much lower as it is high.
    scrollPaddingEnd: headHeight,
    rangeExtractor: withActive,
    initialRect: { width: 800, height: 400 },
  });

  /** The cell of the row that holds a column; rows of groups have fewer and wider cells. */
  const cellAt = (index: number, column: number): number => {
    let end = 0;
    const { cells } = row(index);
    return Math.max(
      0,
      cells.findIndex(({ span = 1 }) => {
        end += span;
        return column < end;
      }),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.metaKey || event.altKey || count === 0 || event.target instanceof HTMLInputElement) return;
    const onButton = event.target instanceof HTMLButtonElement && event.target.closest(".grid-head") !== null;
    if (onButton) return;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1);
    const isGroup = row(active.row).expanded !== undefined;
    const sideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (event.key === "Enter" && !event.ctrlKey) onChoose(active.row, active.column);
    else if (isGroup && sideways) {
      if (row(active.row).expanded === (event.key === "ArrowLeft")) onChoose(active.row, active.column);
    } else {
      const next = gridMove(active, event, { rows: count, columns: columns.length }, page);
      if (next === null) {
        if (!onKey?.(event, active.row)) return;
      } else {
        setPlace(next);
        virtual.scrollToIndex(next.row, { align: "auto" });
      }
    }
    event.preventDefault();
  };
  const placeOf = ({ target }: MouseEvent): GridPlace | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
    if (!cell) return null;
    return { row: Number(cell.parentElement?.dataset.row), column: Number(cell.dataset.column) };
  };
  const onMouse = (event: MouseEvent, act: ((row: number, column: number) => void) | undefined): void => {
    const clicked = placeOf(event);
    if (!clicked || event.target instanceof HTMLInputElement) return;
    setPlace(clicked);
    if (event.target instanceof Element && event.target.closest("button")) return;
    table.current?.focus({ preventScroll: true });
    act?.(clicked.row, clicked.column);
  };

  return (
    <div ref={scroller} className={`grid ${className}`}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA pattern for a grid is a table with this role
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={count + 1}
        aria-colcount={columns.length}
        {...(count > 0
          ? { "aria-activedescendant": `${prefix}${active.row}-${cellAt(active.row, active.column)}` }
          : {})}
        onKeyDown={onKeyDown}
        onClick={(event) => onMouse(event, onClick)}
        onDoubleClick={(event) => onMouse(event, onClick ? undefined : onChoose)}
      >
        <thead className="grid-head">
          <tr className="grid-row" aria-rowindex={1}>
            {columns.map((column) => (
              <Heading key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody className="grid-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const { key, cells, expanded, selected, className: rowClass = "" } = row(index);
            return (
              <tr
                key={key}
                className={`grid-row ${rowClass}`}
                aria-rowindex={index + 2}
                data-open={expanded}
                {...(selected === undefined ? {} : { "aria-selected": selected })}
                data-row={index}
                data-active={index === active.row || undefined}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Cells
                  cells={cells}
                  columns={columns}
                  prefix={`${prefix}${index}-`}
                  active={index === active.row ? active.column : -1}
                  expanded={expanded}
                />
              </tr>
            );
          })}
        </tbody>
      </table>
      {count === 0 && <div className="grid-none">{children}</div>}
    </div>
  );
}

interface CellsProps {
  readonly cells: readonly GridCell[];
  readonly columns: readonly GridColumn[];
  /** Begins the ids of the cells. */
  readonly prefix: string;
  /** The active column; -1 where the row is not the active one. */
  readonly active: number;
  /** Of a row that others are gathered under; its first cell says so. */
  readonly expanded: boolean | undefined;
}

function Cells({ cells, columns, prefix, active, expanded }: CellsProps) {
  let next = 0;
  return cells.map(({ content, span = 1, className = "", title }, at) => {
    const column = next;
    next += span;
    const isActive = active >= column && active < next;
    return (
      <td
        key={columns[column]?.key}
        id={`${prefix}${at}`}
        className={`grid-cell ${columns[column]?.numeric ? "grid-number" : ""} ${className}`}
        aria-colindex={column + 1}
        {...(span > 1 ? { colSpan: span, style: { gridColumn: `span ${span}` } } : {})}
        {...(at === 0 && expanded !== undefined ? { "aria-expanded": expanded } : {})}
        title={title}
        data-column={column}
        data-active={isActive || undefined}
      >
        {content}
      </td>
    );
  });
}

function Heading({ column }: { readonly column: GridColumn }) {
  const { title, words, numeric, quiet, onSort, sorted } = column;
  return (
    <th
      className={`grid-cell ${numeric ? "grid-number" : ""}`}
      scope="col"
      title={words}
      {...(onSort ? { "aria-sort": sorted ?? "none" } : {})}
    >
      {onSort ? (
        <button type="button" className="grid-sort" onClick={onSort}>
          {title}
          <span className="grid-arrow" aria-hidden="true">
            {sorted === "ascending" ? "↑" : sorted === "descending" ? "↓" : ""}
          </span>
        </button>
      ) : (
        <span className={quiet ? "visually-hidden" : undefined}>{title}</span>
      )}
    </th>
  );
}
