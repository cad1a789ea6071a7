import { MergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "react";
import type { OpenNote } from "../state/note.ts";
import { heldText, saverOf } from "../state/saving.ts";
import { Button } from "../ui/button.tsx";
import "./conflict-view.css";

interface ConflictViewProps {
  readonly note: OpenNote;
  /** What stands on the disk. */
  readonly disk: string;
}

/**
 * Both texts of a note that was changed here and on disk, side by side. Nothing is written until the person chooses;
 * the text on the left can be edited, and takes pieces of the other by the arrows between them.
 */
export function ConflictView({ note, disk }: ConflictViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const merge = useRef<MergeView>(null);
  useEffect(() => {
    if (!place.current) return;
    const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
    const shared = [
      EditorView.cspNonce.of(nonce),
      EditorState.lineSeparator.of("\n"),
      EditorView.lineWrapping,
      lineNumbers(),
    ];
    const named = (name: string) => EditorView.contentAttributes.of({ "aria-label": name });
    const view = new MergeView({
      parent: place.current,
      a: { doc: heldText(note.id) ?? "", extensions: [...shared, named("Your text")] },
      b: {
        doc: disk,
        extensions: [...shared, named("Text on disk"), EditorState.readOnly.of(true), EditorView.editable.of(false)],
      },
      revertControls: "b-to-a",
      collapseUnchanged: { margin: 3, minSize: 8 },
    });
    merge.current = view;
    view.a.focus();
    return () => {
      merge.current = null;
      view.destroy();
    };
  }, [note.id, disk]);

  const settle = (text: string | undefined): void => {
    if (text !== undefined) void saverOf(note.id)?.resolve(text);
  };
  return (
    <section className="conflict" aria-labelledby="conflict-heading">
      <header className="conflict-head">
        <div>
          <h2 id="conflict-heading">{note.path} was also changed on disk</h2>
          <p>Both texts change the same lines. Neither is written over the other until you choose.</p>
        </div>
        <div className="banner-buttons">
          <Button look="main" onClick={() => settle(merge.current?.a.state.sliceDoc())}>
            Save the text on the left
          </Button>
          <Button onClick={() => settle(disk)}>Take the text on disk</Button>
        </div>
      </header>
      <div className="conflict-names" aria-hidden="true">
        <span>Your text</span>
        <span>Text on disk</span>
      </div>
      <div className="conflict-texts" ref={place} />
    </section>
  );
}
