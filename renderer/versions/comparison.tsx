import { MergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "react";
import "../notes/conflict-view.css";

interface ComparisonProps {
  readonly before: string;
  readonly now: string;
}

/** Two texts of a note side by side, with what differs marked. Neither can be changed here. */
export function Comparison({ before, now }: ComparisonProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
    const side = (doc: string, name: string) => ({
      doc,
      extensions: [
        EditorView.cspNonce.of(nonce),
        EditorState.lineSeparator.of("\n"),
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.lineWrapping,
        lineNumbers(),
        EditorView.contentAttributes.of({ "aria-label": name, tabindex: "0" }),
      ],
    });
    const view = new MergeView({
      parent: place.current,
      a: side(before, "Earlier text"),
      b: side(now, "Text now"),
      collapseUnchanged: { margin: 3, minSize: 8 },
    });
    return () => view.destroy();
  }, [before, now]);
  return (
    <div className="comparison">
      <div className="comparison-names" aria-hidden="true">
        <span>Earlier text</span>
        <span>Text now</span>
      </div>
      <div className="conflict-texts" ref={place} />
    </div>
  );
}
