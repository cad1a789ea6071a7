import { create } from "zustand";
import type { Output } from "#core/api.ts";
import { bridge } from "../bridge.ts";
import { count } from "../report/names.ts";
import { notify, notifyFailure } from "../state/notices.ts";
import { flushAll } from "../state/saving.ts";
import { useDraft } from "./draft-store.ts";

/** What an export did. */
export type Exported = Output<"exportDraft">;

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

const few = 3;
const named = (paths: readonly string[]): string =>
  paths.length <= few ? paths.join(", ") : `${paths.slice(0, few).join(", ")} and ${paths.length - few} more`;

/** What an export did, as a sentence. */
export const sentenceOf = ({ folder, files, merged, unchanged, conflicts }: Exported): string => {
  const done = [
    files.length > 0 ? `${named(files)} ${files.length === 1 ? "was" : "were"} written` : "",
    merged.length > 0 ? `${named(merged)} took the changes and kept your edits` : "",
    unchanged.length > 0 ? `${named(unchanged)} ${unchanged.length === 1 ? "is" : "are"} as before` : "",
    conflicts.length > 0 ? `${named(conflicts.map(({ path }) => path))} left as edited by hand` : "",
  ].filter((words) => words !== "");
  return `${folder}: ${done.length === 0 ? "there was nothing to write" : done.join("; ")}.`;
};

const adviceOf = ({ warnings }: Exported, isDraft: boolean): string | null => {
  const draft = isDraft ? "The post is marked as a draft, because something in it is not ready." : "";
  const shown = warnings.slice(0, few).join(" ");
  const rest = warnings.length > few ? `And ${count(warnings.length - few, "more warning")}.` : "";
  const words = [draft, shown, rest].filter((each) => each !== "").join(" ");
  return words === "" ? null : words;
};
