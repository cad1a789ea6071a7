import { MergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useRef } from "react";

type Side = readonly [name: string, text: string];

interface TextDifferenceProps {
  readonly before: Side;
  readonly after: Side;
}

/** Two texts side by side, to be read only, with what differs marked; stretches that are alike are folded. */
export function TextDifference({ before, after }: TextDifferenceProps) {
  const place = useRef<HTMLDivElement>(null);
  const [beforeName, beforeText] = before;
  const [afterName, afterText] = after;
  useEffect(() => {
    if (!place.current) return;
    const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
    const side = (name: string, doc: string) => ({
      doc,
      extensions: [
        EditorView.cspNonce.of(nonce),
        EditorView.lineWrapping,
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.contentAttributes.of({ "aria-label": name, tabindex: "0", "aria-readonly": "true" }),
      ],
    });
    const view = new MergeView({
      parent: place.current,
      a: side(beforeName, beforeText),
      b: side(afterName, afterText),
      gutter: false,
      collapseUnchanged: { margin: 2, minSize: 6 },
    });
    return () => view.destroy();
  }, [beforeName, beforeText, afterName, afterText]);
  return (
    <div className="difference">
      <div className="difference-names" aria-hidden="true">
        <span>{beforeName}</span>
        <span>{afterName}</span>
      </div>
      <div className="difference-texts" ref={place} />
    </div>
  );
}
