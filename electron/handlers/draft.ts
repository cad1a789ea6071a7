import { listSections } from "#core/draft/section.ts";
import { recognise } from "#core/outline/recognise.ts";
import { fail, ok, type Result } from "#core/result.ts";
import type { Handlers } from "../answer.ts";
import { readChoices } from "../choices.ts";
import { exportDraft, listDrafts, previewDraft, saveDraft, trashDraft } from "../drafts.ts";
import type { Notebook } from "../files/notebook.ts";
import { readNote } from "../files/notes.ts";
import type { WindowContext } from "./context.ts";
import { noNotebook } from "./notes.ts";

type DraftCalls = "listSections" | "previewDraft" | "exportDraft" | "listDrafts" | "saveDraft" | "trashDraft";

/** Drafts of the window's notebook. */
export const draftHandlers = (context: WindowContext): Pick<Handlers, DraftCalls> => {
  const inNotebook = async <T>(work: (notebook: Notebook) => Promise<Result<T>>): Promise<Result<T>> => {
    await context.opening;
    return context.notebook ? work(context.notebook.notebook) : noNotebook();
  };

  return {
    listSections: ({ id, text }) =>
      inNotebook(async (notebook) => {
        const read = text === undefined ? await readNote(notebook, id) : ok({ text });
        if (!read.ok) return read;
        const { byPath } = await readChoices(notebook);
        const outline = recognise(read.value.text, byPath.get(notebook.entry(id)?.path ?? id));
        const areaAt = (at: number) => outline.areas.filter(({ line }) => line <= at).at(-1)?.kind ?? null;
        const sections = listSections(read.value.text, outline);
        return ok(sections.map((section) => ({ ...section, path: [...section.path], area: areaAt(section.line) })));
      }),
    previewDraft: ({ draft, open }) => inNotebook((notebook) => previewDraft(notebook, draft, context.now(), open)),
    exportDraft: ({ draft }) =>
      inNotebook(async (notebook) => {
        const out = await context.desktop.chooseFolder("Export draft to");
        if (out === null) return fail("cancelled", "Nothing was exported.", "");
        const exported = await exportDraft(notebook, draft, out, context.now());
        if (!exported.ok) return exported;
        const { folder, written, merged, unchanged, conflicts, warnings } = exported.value;
        return ok({
          folder,
          files: [...written],
          merged: [...merged],
          unchanged: [...unchanged],
          conflicts: [...conflicts],
          warnings: [...warnings],
        });
      }),
    listDrafts: () => inNotebook(listDrafts),
    saveDraft: ({ name, draft }) => inNotebook((notebook) => saveDraft(notebook, name, draft)),
    trashDraft: ({ name }) => inNotebook((notebook) => trashDraft(notebook, name)),
  };
};
