import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { type TreeChoice, useTreeChoice } from "./tree-choice.ts";
import { rowOf, type TreeDrag, useTreeDrag } from "./tree-drag.ts";
import { stickyRows, treeMove } from "./tree-keys.ts";

/** A row of a tree. Rows stand in order, each after its parent. */
export interface TreeRow {
  readonly key: string;
  /** 0 for the outermost. */
  readonly depth: number;
  /** Index of the parent among the rows; -1 for none. */
  readonly parent: number;
  /** null for a row that holds nothing. */
  readonly expanded: boolean | null;
  /** How many rows the parent holds, and the 1-based place of this one among them. */
  readonly size: number;
  readonly place: number;
}

/** The rows of a tree, made when they are asked for. */
export interface TreeRows {
  readonly length: number;
  readonly at: (index: number) => TreeRow | undefined;
  /** What a screen reader says, and what typing letters finds; it begins with the title. */
  readonly label: (index: number) => string;
}

interface TreeProps<Place extends string> {
  readonly id: string;
  readonly label: string;
  readonly rows: TreeRows;
  /** Index of the row for where the person is; -1 for none. The tree keeps it in sight. */
  readonly current: number;
  readonly children: (index: number) => ReactNode;
  readonly onChoose: (index: number) => void;
  readonly onFold: (index: number, folded: boolean) => void;
  readonly drag?: TreeDrag<Place>;
  /** Where several rows can be chosen together. */
  readonly choice?: TreeChoice;
  /** A menu is asked for a row, at a place in the window (px). */
  readonly onMenu?: (index: number, at: { readonly x: number; readonly y: number }) => void;
}

/** Height of a row in px (`--row` of the tokens). */
const rowHeight = 28;

/** A tree of any length: only the rows in sight are in the page. Arrows, Home, End, Enter and letters move in it. */
export function Tree<Place extends string = string>({
  id,
  label,
  rows,
  current,
  children,
  onChoose,
  onFold,
  drag,
  choice,
  onMenu,
}: TreeProps<Place>) {
  const scroller = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const typed = useRef({ text: "", at: 0 });
  const [wanted, setWanted] = useState<{ readonly index: number; readonly key: string } | null>(null);
  // A row keeps the keyboard while the rows before it stay; else it goes to the row of the place that is read.
  const active = wanted !== null && rows.at(wanted.index)?.key === wanted.key ? wanted.index : Math.max(current, 0);

  const withActive = useCallback(
    (range: Range) => {
      const inSight = defaultRangeExtractor(range);
      return inSight.includes(active) ? inSight : [...inSight, active].sort((a, b) => a - b);
    },
    [active],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollPaddingStart: rowHeight * 2,
    rangeExtractor: withActive,
  });

  const currentKey = rows.at(current)?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tree follows the person to another row, not each reading of the note
  useEffect(() => {
    if (currentKey === undefined || document.activeElement === scroller.current) return;
    setWanted(null);
    virtual.scrollToIndex(current, { align: "auto" });
  }, [currentKey]);

  const want = (index: number): void => {
    const key = rows.at(index)?.key;
    setWanted(key === undefined ? null : { index, key });
  };
  const goTo = (index: number): void => {
    want(index);
    virtual.scrollToIndex(index, { align: "auto" });
  };
  const { pick, leave, isSelected } = useTreeChoice(rows, choice, current);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && choice && choice.chosen.size > 0) {
      event.stopPropagation();
      choice.onChange([]);
      return;
    }
    if (event.key === " " && event.ctrlKey && pick(active, active, event)) {
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const move = treeMove(rows, active, event.key, page, typed.current, event.timeStamp);
    if (move === null) return;
    event.preventDefault();
    if (move.kind === "go") {
      if (event.shiftKey && event.key.length > 1) pick(move.index, active, event);
      else leave();
      goTo(move.index);
    } else if (move.kind === "fold") onFold(active, move.folded);
    else onChoose(active);
  };
  const onClick = (event: MouseEvent): void => {
    const { target } = event;
    const index = rowOf(target);
    if (index < 0) return;
    want(index);
    if (target instanceof Element && target.closest("[data-fold]")) onFold(index, rows.at(index)?.expanded === true);
    else if (!pick(index, active, event)) onChoose(index);
  };

  const { mark, handlers } = useTreeDrag(drag);
  const onContextMenu = (event: MouseEvent): void => {
    if (!onMenu || rows.length === 0) return;
    event.preventDefault();
    const row = rowOf(event.target);
    // The key for menus is for the active row, and has no place of its own.
    const index = row < 0 ? active : row;
    want(index);
    if (choice && choice.chosen.size > 0 && !isSelected(index)) choice.onChange([]);
    const box = document.getElementById(`${prefix}${index}`)?.getBoundingClientRect();
    const at = row < 0 && box ? { x: box.left + box.height, y: box.bottom } : { x: event.clientX, y: event.clientY };
    onMenu(index, at);
  };

  const items = virtual.getVirtualItems();
  const sticky = stickyRows(rows, virtual.scrollOffset ?? 0, rowHeight);
  const rowClass = (index: number) => `tree-row tree-depth-${Math.min(rows.at(index)?.depth ?? 0, 6)}`;
  return (
    <div
      ref={scroller}
      id={id}
      className="tree"
      role="tree"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={choice !== undefined || undefined}
      aria-activedescendant={`${prefix}${active}`}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onContextMenu={onContextMenu}
      {...handlers}
    >
      <div className="tree-sticky" role="none" aria-hidden="true">
        {sticky.map((index) => (
          <div key={rows.at(index)?.key} className={rowClass(index)} data-row={index}>
            <span className="tree-face">
              <Chevron expanded={rows.at(index)?.expanded ?? null} />
              {children(index)}
            </span>
          </div>
        ))}
      </div>
      <div className="tree-space" role="none" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows.at(index);
          if (!row) return null;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names its active row
            <div
              key={row.key}
              id={`${prefix}${index}`}
              className={rowClass(index)}
              role="treeitem"
              aria-level={row.depth + 1}
              aria-setsize={row.size}
              aria-posinset={row.place}
              aria-selected={isSelected(index)}
              {...(row.expanded === null ? {} : { "aria-expanded": row.expanded })}
              data-row={index}
              data-active={index === active || undefined}
              data-drop={mark?.row === index ? mark.place : undefined}
              draggable={drag !== undefined}
              style={{ transform: `translateY(${start}px)` }}
            >
              <span className="visually-hidden">{rows.label(index)}</span>
              <span className="tree-face" aria-hidden="true">
                <Chevron expanded={row.expanded} />
                {children(index)}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Chevron({ expanded }: { readonly expanded: boolean | null }) {
  if (expanded === null) return <span className="tree-chevron" />;
  return (
    <svg className="tree-chevron" data-fold="" data-open={expanded || undefined} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M6 4.5 9.5 8 6 11.5" />
    </svg>
  );
}
