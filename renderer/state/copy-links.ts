import { linkList } from "#core/outline/shape/links.ts";
import { notify, notifyFailure } from "./notices.ts";
import { chosenRefs, nothingHere, readOpenNote } from "./shaping.ts";

/** Puts the chosen nodes, or the one at the cursor, with what is beneath them on the clipboard as a list of links. */
export async function copyLinks(): Promise<void> {
  const note = await readOpenNote(true);
  const refs = note ? chosenRefs(note) : [];
  if (!note || refs.length === 0) {
    notifyFailure(nothingHere);
    return;
  }
  const list = linkList(note, note.path, refs);
  try {
    await navigator.clipboard.writeText(list);
    const count = list.split("\n").length - 1;
    const what = count === 1 ? "1 link is" : `${count.toLocaleString()} links are`;
    notify({ kind: "news", message: `${what} on the clipboard.`, advice: null, buttons: [] });
  } catch (error) {
    notify({
      kind: "problem",
      message: `The links could not be put on the clipboard (${error instanceof Error ? error.message : error}).`,
      advice: "Click into the window and try again.",
      buttons: [],
    });
  }
}
