import { useMemo } from "react";
import { noteName } from "../report/names.ts";
import { useNote } from "../state/note.ts";
import { Button } from "../ui/button.tsx";
import { addPart } from "./draft-store.ts";
import { KeptDrafts } from "./kept-drafts.tsx";
import { likeliestFirst, partOf } from "./section-order.ts";
import { useSections } from "./sections.ts";

/** A draft without sections: which ones there are in the open note, the likeliest first. */
export function Begin({ onAdd }: { readonly onAdd: () => void }) {
  const note = useNote((state) => state.note);
  const sections = useSections(note?.id ?? null);
  const listed = useMemo(() => likeliestFirst(sections ?? []), [sections]);
  return (
    <div className="draft-begin">
      <div className="draft-begin-words">
        <h2>A post is made of sections of your notes.</h2>
        <p>
          Choose the first one{note === null ? "" : ` of ${noteName(note.path)}`}, or{" "}
          <button type="button" className="draft-link" onClick={onAdd}>
            find one in another note
          </button>
          .
        </p>
      </div>
      {note !== null && listed.length > 0 && (
        <ul className="draft-begin-list" aria-label={`Sections of ${noteName(note.path)}`}>
          {listed.map((section) => (
            <li key={section.line}>
              <button type="button" className="draft-begin-section" onClick={() => addPart(partOf(note.id, section))}>
                <span className="draft-begin-title">{section.title || "Without a title"}</span>
                <span className="draft-part-within">{section.path.slice(0, -1).join(" › ")}</span>
                <span className="draft-quiet figures">line {section.line}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {note !== null && sections?.length === 0 && (
        <Button onClick={() => addPart({ id: note.id, section: null, line: null })}>Take the whole note</Button>
      )}
      <KeptDrafts />
    </div>
  );
}
