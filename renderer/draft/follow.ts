import { useEffect } from "react";
import type { DraftForm, DraftPreview } from "#core/api.ts";
import type { Result } from "#core/result.ts";
import { bridge } from "../bridge.ts";
import { useNote } from "../state/note.ts";
import { heldText, useSaving } from "../state/saving.ts";
import { movePartsOf, useDraft } from "./draft-store.ts";
import { createPreviewer } from "./previewer.ts";

/** A note of the draft whose text is not on the disk yet: the open one first. */
function unsavedText(ids: ReadonlySet<string>): { readonly id: string; readonly text: string } | undefined {
  const open = useNote.getState().note?.id;
  const unsaved = Object.entries(useSaving.getState().notes)
    .filter(([id, { status }]) => ids.has(id) && status.phase !== "saved")
    .map(([id]) => id);
  const id = unsaved.find((each) => each === open) ?? unsaved[0];
  const text = id === undefined ? null : heldText(id);
  return id === undefined || text === null ? undefined : { id, text };
}

/** Composes a draft from its notes as they are in the window, saved or not. */
export const askFor = (draft: DraftForm): Promise<Result<DraftPreview>> => {
  const open = unsavedText(new Set(draft.parts.map(({ id }) => id)));
  return bridge.previewDraft({ draft, ...(open ? { open } : {}) });
};

const previewSoon = createPreviewer({
  form: () => useDraft.getState().form,
  ask: askFor,
  show: (answer) =>
    useDraft.setState(
      answer === null
        ? { preview: null, failure: null }
        : answer.ok
          ? { preview: answer.value, failure: null }
          : { failure: answer.error },
    ),
});

/** Keeps the preview up to date with the draft and its notes, as long as somebody looks at it. */
export function usePreview(): void {
  useEffect(() => {
    previewSoon();
    const { on } = bridge;
    const ends = [
      useDraft.subscribe((now, before) => now.form !== before.form && previewSoon()),
      useSaving.subscribe(previewSoon),
      on.noteChanged(previewSoon),
      on.notesChanged(previewSoon),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, []);
}

// A renamed note is another one by its id. This is heard as long as the window lives: the draft stays as well.
bridge.on.noteMoved(({ from, to }) => movePartsOf(from, to.id));
useNote.subscribe(({ note }, { note: before }) => {
  if (note !== null && before !== null && note.key === before.key && note.id !== before.id)
    movePartsOf(before.id, note.id);
});
