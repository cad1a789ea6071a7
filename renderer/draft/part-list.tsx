import { ChevronDown, ChevronUp, Plus, X } from "lucide-react";
import { type DragEvent, type KeyboardEvent, useRef, useState } from "react";
import { noteName } from "../report/names.ts";
import { useNotebook } from "../state/notebook.ts";
import { Button } from "../ui/button.tsx";
import { type DraftPart, movePart, removePart, useDraft } from "./draft-store.ts";
import { goToLine } from "./going.ts";

interface PartListProps {
  readonly onAdd: () => void;
}

/** The sections of the draft, in the order of the post: moved by dragging, by buttons, or by Ctrl (Cmd) and the arrows. */
export function PartList({ onAdd }: PartListProps) {
  const parts = useDraft(({ form }) => form.parts);
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [target, setTarget] = useState<number | null>(null);

  const focusOn = (index: number): void =>
    void requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>("[data-part]")[index]?.focus());
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step !== undefined && (event.ctrlKey || event.metaKey)) {
      const to = index + step;
      movePart(index, to);
      focusOn(Math.max(0, Math.min(parts.length - 1, to)));
    } else if (step !== undefined) focusOn(index + step);
    else if (event.key === "Delete") {
      removePart(index);
      focusOn(Math.min(index, parts.length - 2));
    } else return;
    event.preventDefault();
  };
  const onDragOver = (event: DragEvent, index: number): void => {
    if (dragged === null) return;
    event.preventDefault();
    setTarget(index);
  };
  const onDrop = (event: DragEvent, index: number): void => {
    event.preventDefault();
    if (dragged !== null) movePart(dragged, index);
    setDragged(null);
    setTarget(null);
  };
  return (
    <section aria-labelledby="draft-parts-heading">
      <header className="draft-side-head">
        <h2 id="draft-parts-heading" className="draft-label">
          Sections
        </h2>
        <Button look="quiet" onClick={onAdd}>
          <Plus aria-hidden="true" /> Add
        </Button>
      </header>
      <ol className="draft-parts" ref={list}>
        {parts.map((part, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a section may stand in a draft twice
            key={index}
            className="draft-part"
            draggable
            data-dragged={index === dragged || undefined}
            data-target={(index === target && index !== dragged) || undefined}
            onDragStart={() => setDragged(index)}
            onDragOver={(event) => onDragOver(event, index)}
            onDrop={(event) => onDrop(event, index)}
            onDragEnd={() => setDragged(null)}
          >
            <PartRow part={part} index={index} last={parts.length - 1} onKeyDown={(event) => onKeyDown(event, index)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface PartRowProps {
  readonly part: DraftPart;
  readonly index: number;
  readonly last: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function PartRow({ part, index, last, onKeyDown }: PartRowProps) {
  const note = useNotebook((state) => state.notes?.find(({ id }) => id === part.id)?.path);
  const name = note === undefined ? "A note that is gone" : noteName(note);
  const title = part.section?.at(-1) || name;
  const within = part.section === null ? "The whole note" : [name, ...part.section.slice(0, -1)].join(" › ");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and could not be dragged
    <div className="draft-part-row" role="group" aria-label={title}>
      <button
        type="button"
        className="draft-part-words"
        data-part=""
        title={within}
        onKeyDown={onKeyDown}
        onClick={() => void goToLine(part.id, part.line ?? 1)}
      >
        <span className="draft-part-title">{title}</span>
        <span className="draft-part-within">{within}</span>
      </button>
      <Button
        look="icon"
        aria-label={`Move ${title} up`}
        disabled={index === 0}
        onClick={() => movePart(index, index - 1)}
      >
        <ChevronUp aria-hidden="true" />
      </Button>
      <Button
        look="icon"
        aria-label={`Move ${title} down`}
        disabled={index === last}
        onClick={() => movePart(index, index + 1)}
      >
        <ChevronDown aria-hidden="true" />
      </Button>
      <Button look="icon" aria-label={`Take ${title} out`} onClick={() => removePart(index)}>
        <X aria-hidden="true" />
      </Button>
    </div>
  );
}
