import { useVirtualizer } from "@tanstack/react-virtual";
import { useId, useMemo, useRef, useState } from "react";
import { type Choice, type ChosenRole, isEmpty, noChoice, withRole } from "#core/outline/choice.ts";
import { editor } from "../state/editor.ts";
import { useNotations, writeNotation } from "../state/notation.ts";
import { useNote } from "../state/note.ts";
import { readAnew } from "../state/outline.ts";
import { closeDialog } from "../state/ui.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormSelect } from "./form-select.tsx";
import { LineRow, rowHeight } from "./line-row.tsx";
import { readingOf, sureness } from "./reading.ts";
import "./notation.css";

/** How the open note was read, line by line with the reasons, and what the person wants read in another way. */
export function NotationDialog() {
  const note = useNote((state) => state.note);
  const kept = useNotations((state) => (note === null ? undefined : state.choices[note.path]));
  const choice = kept ?? noChoice;
  const [text, setText] = useState(() => editor()?.getText() ?? "");
  const reading = useMemo(() => readingOf(text, choice), [text, choice]);
  const list = useId();
  if (note === null) return null;

  const choose = async (next: Choice): Promise<void> => {
    if (!(await writeNotation(note.path, next))) return;
    readAnew(note.path);
    setText(editor()?.getText() ?? "");
  };
  const goTo = (line: number): void => {
    closeDialog();
    // The dialog gives the keyboard back first.
    requestAnimationFrame(() => editor()?.goTo(reading.source.starts[line - 1] ?? 0));
  };
  const { notation } = reading;
  return (
    <Dialog title="How this note was read" words={words(note.path, notation.words)} wide="full" onClose={closeDialog}>
      <div className="notation-head">
        <FormSelect
          text={text}
          notation={notation}
          choice={choice}
          onChoose={(modules) => choose({ ...choice, modules })}
        />
        <p className="notation-sure">
          {choice.modules === null ? (
            <>
              This reading is <b>{sureness(notation.confidence)}</b>
              {notation.confidence > 0 && ` (${Math.round(notation.confidence * 100)} %)`}.
            </>
          ) : (
            "The form was chosen by you."
          )}
        </p>
        <Button disabled={isEmpty(choice)} onClick={() => void choose(noChoice)}>
          Read it as inferred
        </Button>
      </div>
      {reading.notes.map((sentence) => (
        <p key={sentence} className="form-problem" role="status">
          {sentence}
        </p>
      ))}
      <h3 id={list} className="side-label notation-label">
        {`${reading.lines.length.toLocaleString()} ${reading.lines.length === 1 ? "line" : "lines"}`}
      </h3>
      <LineList
        labelledBy={list}
        lines={reading.lines}
        onGo={goTo}
        onRole={(line, role) => choose(withRole(choice, reading.source, line, role))}
      />
    </Dialog>
  );
}

const words = (path: string, notation: string): string => (notation === "" ? path : `${path} · ${notation}`);

interface LineListProps {
  readonly labelledBy: string;
  readonly lines: ReturnType<typeof readingOf>["lines"];
  readonly onGo: (line: number) => void;
  readonly onRole: (line: number, role: ChosenRole | null) => void;
}

/** Every line that holds something; only those in sight are in the page. It begins where the cursor is. */
function LineList({ labelledBy, lines, onGo, onRole }: LineListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [first] = useState(() => {
    const handle = editor();
    const head = handle?.place().head ?? 0;
    const cursor = handle?.view.state.doc.lineAt(Math.min(head, handle.view.state.doc.length)).number ?? 1;
    return Math.max(0, lines.findIndex(({ line }) => line >= cursor) - 3);
  });
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: first * rowHeight,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section ref={scroller} className="notation-lines" aria-labelledby={labelledBy} tabIndex={0}>
      <ul className="notation-space" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <li key={line.line} className="notation-item" style={{ transform: `translateY(${start}px)` }}>
              <LineRow line={line} onGo={() => onGo(line.line)} onRole={(role) => onRole(line.line, role)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
