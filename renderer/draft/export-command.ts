import { editor } from "../state/editor.ts";
import { useNote } from "../state/note.ts";
import { useUi } from "../state/ui.ts";
import { useDraft } from "./draft-store.ts";
import { exportDraft } from "./exporting.ts";
import { beginAnew } from "./keeping.ts";
import { partOf, sectionAtLine } from "./section-order.ts";
import { readSections } from "./sections.ts";

/**
 * Exports the draft that is in sight. From elsewhere it shows the Draft view with the section that the cursor is in; a
 * draft of several sections that is not kept yet stays as it is, so that nobody's work is lost.
 */
export async function exportOrOpen(): Promise<void> {
  const { name, form } = useDraft.getState();
  if (useUi.getState().view === "draft") {
    if (form.parts.length > 0) await exportDraft();
    return;
  }
  const note = useNote.getState().note;
  const handle = editor();
  if (note !== null && handle !== null && (name !== null || form.parts.length < 2)) {
    const line = handle.view.state.doc.lineAt(Math.min(handle.place().head, handle.view.state.doc.length)).number;
    const sections = await readSections(note.id);
    const section = sections === null ? null : sectionAtLine(sections, line);
    const part = section === null ? { id: note.id, section: null, line: null } : partOf(note.id, section);
    const [first] = form.parts;
    const isSame = first?.id === part.id && JSON.stringify(first.section) === JSON.stringify(part.section);
    if (!isSame || form.parts.length > 1) await beginAnew([part]);
  }
  useUi.setState({ view: "draft" });
}
