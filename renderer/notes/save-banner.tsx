import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { encodings } from "#core/note/encoding.ts";
import type { OpenNote } from "../state/note.ts";
import { giveUp, saveCopy } from "../state/note-actions.ts";
import { openNote, openNoteAs } from "../state/opening.ts";
import { saverOf, useSaving } from "../state/saving.ts";
import { Button } from "../ui/button.tsx";

/** Stays above the editor for as long as a note can't be saved, and offers what can be done. */
export function SaveBanner({ shownId }: { readonly shownId: string | null }) {
  const notes = useSaving((state) => state.notes);
  const failed = Object.entries(notes).filter(([, { status }]) => status.failure !== null);
  const left = Object.entries(notes).filter(([id, { status }]) => id !== shownId && status.conflict !== null);
  return (
    <>
      {failed.map(([id, { path, status }]) => (
        <Banner
          key={id}
          message={`${path} is not saved. ${status.failure?.message ?? ""}`}
          advice={status.failure?.action}
        >
          <Button onClick={() => void saverOf(id)?.flush()}>Try again</Button>
          <Button onClick={() => void saveCopy(id)}>Save a copy as…</Button>
          {id !== shownId && <Button onClick={() => void openNote(id)}>Show the note</Button>}
          {status.failure?.code === "not-found" && (
            <Button onClick={() => void giveUp(id)}>Close without saving</Button>
          )}
        </Banner>
      ))}
      {left.map(([id, { path }]) => (
        <Banner key={id} message={`${path} is not saved: it was also changed on disk.`} advice={undefined}>
          <Button onClick={() => void openNote(id)}>Compare both</Button>
        </Banner>
      ))}
    </>
  );
}

/** Says why a note can't be edited; one whose encoding could not be told offers a choice. */
export function ReadOnlyBanner({ note, reason }: { readonly note: OpenNote; readonly reason: string }) {
  return (
    <Banner message={reason} advice={undefined}>
      {/encoding/i.test(reason) && (
        <label className="banner-choice">
          Encoding
          <select className="field" defaultValue="" onChange={(event) => void openNoteAs(note.id, event.target.value)}>
            <option value="" disabled>
              Choose…
            </option>
            {encodings.map((encoding) => (
              <option key={encoding}>{encoding}</option>
            ))}
          </select>
        </label>
      )}
    </Banner>
  );
}

interface BannerProps {
  readonly message: string;
  readonly advice: string | undefined;
  readonly children: ReactNode;
}

function Banner({ message, advice, children }: BannerProps) {
  return (
    <div className="banner" role="alert">
      <TriangleAlert className="banner-icon" aria-hidden="true" />
      <p>
        <strong>{message}</strong> {advice}
      </p>
      <div className="banner-buttons">{children}</div>
    </div>
  );
}
