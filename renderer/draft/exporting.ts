import { create } from "zustand";
import { bridge } from "../bridge.ts";
import { notify, notifyFailure } from "../state/notices.ts";
import { flushAll } from "../state/saving.ts";
import { useDraft } from "./draft-store.ts";
import { adviceOf, type Exported, sentenceOf } from "./export-words.ts";

interface ExportState {
  /** An export is under way. */
  readonly busy: boolean;
  /** The export whose conflicts are shown. */
  readonly conflicts: Exported | null;
}

/** How it stands with exporting. */
export const useExport = create<ExportState>(() => ({ busy: false, conflicts: null }));

/** Saves what is not saved, asks for a folder, writes the draft there, and says what became of it. */
export async function exportDraft(): Promise<void> {
  if (useExport.getState().busy) return;
  useExport.setState({ busy: true });
  try {
    await saveAndExport();
  } finally {
    useExport.setState({ busy: false });
  }
}

async function saveAndExport(): Promise<void> {
  const unsaved = await flushAll();
  if (unsaved.length > 0) {
    notify({
      kind: "problem",
      message: `Nothing was exported, because ${unsaved.join(", ")} could not be saved.`,
      advice: "Save the text first; the note says what stands in its way.",
      buttons: [],
    });
    return;
  }
  const result = await bridge.exportDraft({ draft: useDraft.getState().form });
  if (!result.ok) notifyFailure(result.error);
  else {
    const isDraft = useDraft.getState().preview?.ready === false;
    notify({ kind: "news", message: sentenceOf(result.value), advice: adviceOf(result.value, isDraft), buttons: [] });
    if (result.value.conflicts.length > 0) useExport.setState({ conflicts: result.value });
  }
}
