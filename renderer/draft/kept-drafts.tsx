import { Trash2 } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { useDraft } from "./draft-store.ts";
import { openKept, trashKept, useKept } from "./keeping.ts";

/** The drafts that are kept, to be opened or moved to the trash; nothing where there are none. */
export function KeptDrafts() {
  const drafts = useKept((state) => state.drafts);
  const current = useDraft((state) => state.name);
  if (drafts === null || drafts.length === 0) return null;
  return (
    <section aria-labelledby="draft-kept-heading">
      <header className="draft-side-head">
        <h2 id="draft-kept-heading" className="draft-label">
          Kept drafts
        </h2>
      </header>
      <ul className="draft-kept">
        {drafts.map(({ name, draft, problems }) => (
          <li key={name} className="draft-kept-row">
            {draft === null ? (
              <span className="draft-kept-broken">
                {name} <span className="draft-quiet">{problems.join(" ")}</span>
              </span>
            ) : (
              <button
                type="button"
                className="draft-kept-name"
                aria-current={name === current || undefined}
                onClick={() => void openKept(name, draft)}
              >
                {name}
              </button>
            )}
            <Button look="icon" aria-label={`Move the draft ${name} to the trash`} onClick={() => void trashKept(name)}>
              <Trash2 aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
