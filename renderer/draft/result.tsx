import { type KeyboardEvent, useState, useSyncExternalStore } from "react";
import type { DraftPreview } from "#core/api.ts";
import { ResultPage, ResultText } from "./result-panes.tsx";

const narrow = window.matchMedia("(max-width: 1150px)");
const watch = (changed: () => void): (() => void) => {
  narrow.addEventListener("change", changed);
  return () => narrow.removeEventListener("change", changed);
};

const panes = ["text", "page"] as const;
type Pane = (typeof panes)[number];

/** The result as text and as a page: side by side, or behind tabs where there is no room for both. */
export function Result({ preview }: { readonly preview: DraftPreview }) {
  const isNarrow = useSyncExternalStore(watch, () => narrow.matches);
  const [pane, setPane] = useState<Pane>("page");
  const path = preview.files[0]?.path ?? "";
  if (!isNarrow)
    return (
      <div className="draft-result">
        <section className="draft-pane" aria-label="Result as text">
          <header className="draft-pane-head">
            <span className="draft-label">Text</span> <span className="draft-path">{path}</span>
          </header>
          <ResultText preview={preview} />
        </section>
        <section className="draft-pane" aria-label="Result as a page">
          <header className="draft-pane-head">
            <span className="draft-label">Page</span>
          </header>
          <ResultPage preview={preview} />
        </section>
      </div>
    );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = pane === "text" ? "page" : "text";
    setPane(other);
    event.currentTarget.querySelector<HTMLElement>(`[data-pane="${other}"]`)?.focus();
  };
  const titles: Record<Pane, string> = { text: "Text", page: "Page" };
  return (
    <div className="draft-result draft-result-narrow">
      <div className="draft-tabs" role="tablist" aria-label="Result" onKeyDown={onKeyDown}>
        {panes.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`draft-tab-${each}`}
            data-pane={each}
            className="view-tab"
            aria-selected={each === pane}
            aria-controls="draft-tab-panel"
            tabIndex={each === pane ? 0 : -1}
            onClick={() => setPane(each)}
          >
            {titles[each]}
          </button>
        ))}
        <span className="draft-path">{pane === "text" && path}</span>
      </div>
      <section id="draft-tab-panel" className="draft-pane" role="tabpanel" aria-labelledby={`draft-tab-${pane}`}>
        {pane === "text" ? <ResultText preview={preview} /> : <ResultPage preview={preview} />}
      </section>
    </div>
  );
}
