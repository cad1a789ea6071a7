import { openSearchPanel } from "@codemirror/search";
import type { EditorView } from "@codemirror/view";

/** Opens the search panel with the cursor in the field for what to find, or for what to put in its place. */
export function openSearch(view: EditorView, replace: boolean): boolean {
  openSearchPanel(view);
  if (replace) view.dom.querySelector<HTMLInputElement>('.cm-search [name="replace"]')?.select();
  return true;
}
