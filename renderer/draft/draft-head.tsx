import { count } from "../report/names.ts";
import { Button } from "../ui/button.tsx";
import { copyMarkdown, copyRichText } from "./copying.ts";
import { useDraft } from "./draft-store.ts";
import { exportDraft, useExport } from "./exporting.ts";
import { beginAnew, keepDraft, useKept } from "./keeping.ts";

/** The draft's name and state, and what can be done with it as a whole. */
export function DraftHead() {
  const name = useDraft((state) => state.name);
  const hasParts = useDraft(({ form }) => form.parts.length > 0);
  const preview = useDraft((state) => state.preview);
  const saved = useKept((state) => state.saved);
  const busy = useExport((state) => state.busy);
  return (
    <header className="draft-head">
      <h1 id="draft-heading" className="view-title">
        Draft
      </h1>
      {hasParts && (
        <>
          <p className="draft-state figures" role="status">
            {name !== null && `${name}, ${saved ? "saved" : "unsaved"}`}
            {name !== null && preview !== null && " · "}
            {preview !== null && `${count(preview.minutes, "minute")} to read`}
          </p>
          <div className="draft-buttons">
            <Button look="quiet" onClick={() => void beginAnew()}>
              New draft
            </Button>
            {name === null && (
              <Button look="quiet" onClick={keepDraft}>
                Keep…
              </Button>
            )}
            <Button disabled={preview === null} onClick={() => preview && void copyMarkdown(preview)}>
              Copy Markdown
            </Button>
            <Button disabled={preview === null} onClick={() => preview && void copyRichText(preview)}>
              Copy rich text
            </Button>
            <Button look="main" disabled={busy} onClick={() => void exportDraft()}>
              Export…
            </Button>
          </div>
        </>
      )}
    </header>
  );
}
