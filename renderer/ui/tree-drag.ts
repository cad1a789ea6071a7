import { type DragEvent, useState } from "react";

/** Rows that can be dragged onto others. `Place`: where on a row, such as "before". */
export interface TreeDrag<Place extends string = string> {
  /** Where on a row another one would go. `lower`: the pointer is over the row's lower half. Null: nowhere. */
  readonly place: (dragged: number, over: number, lower: boolean) => Place | null;
  readonly onDrop: (dragged: number, over: number, place: Place) => void;
}

/** A type of its own, so that a row dropped into a text leaves nothing there. */
const dragType = "application/x-lectern-row";

/** The row that an event is on; -1 for none. */
export function rowOf(target: EventTarget | null): number {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  return row ? Number(row.dataset.row) : -1;
}

/** What the tree does while a row is dragged, and the row that shows where it would go. */
export function useTreeDrag<Place extends string>(drag: TreeDrag<Place> | undefined) {
  const [dragged, setDragged] = useState(-1);
  const [mark, setMark] = useState<{ readonly row: number; readonly place: Place } | null>(null);
  const end = (): void => {
    setDragged(-1);
    setMark(null);
  };
  const under = (event: DragEvent): typeof mark => {
    const row = rowOf(event.target);
    const element = event.target instanceof Element ? event.target.closest("[data-row]") : null;
    if (!drag || dragged < 0 || row < 0 || row === dragged || !element) return null;
    const { top, height } = element.getBoundingClientRect();
    const place = drag.place(dragged, row, event.clientY > top + height / 2);
    return place === null ? null : { row, place };
  };
  const handlers = {
    onDragStart: (event: DragEvent): void => {
      const row = rowOf(event.target);
      if (row < 0) return;
      event.dataTransfer.setData(dragType, String(row));
      event.dataTransfer.effectAllowed = "move";
      setDragged(row);
    },
    onDragOver: (event: DragEvent): void => {
      const next = under(event);
      if (next) {
        event.preventDefault();
        event.dataTransfer.dropEffect = "move";
      }
      if (next?.row !== mark?.row || next?.place !== mark?.place) setMark(next);
    },
    onDragLeave: (event: DragEvent): void => {
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setMark(null);
    },
    onDrop: (event: DragEvent): void => {
      const place = under(event);
      if (place && drag) {
        event.preventDefault();
        drag.onDrop(dragged, place.row, place.place);
      }
      end();
    },
    onDragEnd: end,
  };
  return { mark, dragged, handlers: drag ? handlers : {} };
}
