import { realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import type { DraftForm, DraftPreview } from "#core/api.ts";
import { type MadeDraft, makeDraft } from "#core/draft/draft.ts";
import {
  type DraftFile,
  findParts as findIn,
  type findParts,
  parseDraftFile,
  writeDraftFile,
} from "#core/draft/file.ts";
import { listImages } from "#core/draft/images.ts";
import { localDate } from "#core/draft/local-date.ts";
import { postAddress } from "#core/draft/posts.ts";
import { variantOptions } from "#core/draft/target.ts";
import { targets } from "#core/draft/targets.ts";
import { recognise } from "#core/outline/recognise.ts";
import type { Outline } from "#core/outline/tree.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { readChoices } from "./choices.ts";
import { withDocuments } from "./docx/output.ts";
import { readFileAt } from "./files/bytes.ts";
import { type Exported, exportedDate, readImages, writeExport } from "./files/export.ts";
import { attempt } from "./files/failure.ts";
import { codeOf } from "./files/file-system.ts";
import { makeFolders } from "./files/folders.ts";
import { type Notebook, noteIdOf } from "./files/notebook.ts";
import { readNote } from "./files/notes.ts";
import { isInside, openPlace } from "./files/place.ts";
import { readPosts } from "./files/posts.ts";
import { sanitise } from "./files/sanitise.ts";
import { saveFile } from "./files/save.ts";

/** Where a notebook keeps its drafts. */
const folder = ".lectern/drafts";

/** The open note's text, where it is not saved yet. */
export interface OpenText {
  readonly id: string;
  readonly text: string;
}

type Found = ReturnType<typeof findParts>;

const fileOf = (notebook: Notebook, form: DraftForm): DraftFile => ({
  version: 1,
  parts: form.parts.map(({ id, section, line }) => ({
    note: notebook.entry(id)?.path ?? id,
    ...(section === null ? {} : { section }),
    ...(line === null ? {} : { line }),
  })),
  target: form.target,
  fields: form.fields,
  ...(form.variants === undefined || form.variants.length === 0 ? {} : { variants: form.variants }),
  off: form.off,
});

const formOf = (file: DraftFile): DraftForm => ({
  parts: file.parts.map(({ note, section, line }) => ({
    id: noteIdOf(note),
    section: section ?? null,
    line: line ?? null,
  })),
  target: file.target ?? "markdown",
  fields: file.fields ?? {},
  variants: file.variants ?? [],
  off: file.off ?? [],
});

/** Reads the notes that a draft is made of, and finds its sections in them. */
const partsOf = async (notebook: Notebook, form: DraftForm, open?: OpenText): Promise<Result<Found>> => {
  const { byPath } = await readChoices(notebook);
  const texts = new Map<string, { text: string; outline: Outline }>();
  for (const id of new Set(form.parts.map((part) => part.id))) {
    const path = notebook.entry(id)?.path ?? id;
    const read = open?.id === id ? ok(open.text) : await textOf(notebook, id);
    // A note that is gone is named among the lost parts; one that can't be read is said at once.
    if (!read.ok && read.error.code !== "not-found") return read;
    if (read.ok) texts.set(path, { text: read.value, outline: recognise(read.value, byPath.get(path)) });
  }
  return ok(findIn(fileOf(notebook, form), (note) => texts.get(note) ?? null));
};

const textOf = async (notebook: Notebook, id: string): Promise<Result<string>> => {
  const read = await readNote(notebook, id);
  return read.ok ? ok(read.value.text) : read;
};

const make = (notebook: Notebook, form: DraftForm, { parts }: Found, now: string): MadeDraft =>
  makeDraft(parts, {
    fields: form.fields,
    off: form.off,
    target: form.target,
    now,
    exists: (path) => sizeOf(notebook, path) !== null,
    size: (path) => sizeOf(notebook, path),
  });

/** A file's size in bytes; null where there is none in the notebook. A link out of it tells nothing. */
const sizeOf = (notebook: Notebook, path: string): number | null => {
  try {
    const real = realpathSync(join(notebook.root, path));
    return isInside(notebook.root, real) ? statSync(real).size : null;
  } catch {
    // Not there, or not to be looked at: for a draft that is the same.
    return null;
  }
};

const imagesOf = (notebook: Notebook, draft: MadeDraft) =>
  readImages(
    notebook.root,
    listImages(draft.blocks).map((image) => image.path),
  );

/** Composes a draft, with how often each step did something and what is not ready. Writes nothing. */
export const previewDraft = async (
  notebook: Notebook,
  form: DraftForm,
  now: Date,
  open?: OpenText,
): Promise<Result<DraftPreview>> => {
  const found = await partsOf(notebook, form, open);
  if (!found.ok) return found;
  const draft = make(notebook, form, found.value, localDate(now));
  const images = await imagesOf(notebook, draft);
  const options = { sanitise, images, posts: await readPosts(notebook.root, form.target) };
  const output = targets[form.target](draft, draft.fields, { ...options, ...variantOptions(form.variants) });
  const page = targets.html(draft, draft.fields, { ...options, fragment: true });
  return ok({
    title: draft.title,
    minutes: draft.minutes,
    ready: !draft.problems.some(({ blocks }) => blocks),
    fields: { ...draft.fields },
    problems: draft.problems.map((problem) => ({ ...problem, id: problem.note && noteIdOf(problem.note) })),
    files: output.files.map(({ path, text }) => ({ path, text })),
    body: page.files[0]?.text ?? "",
    text: draft.text,
    steps: draft.steps.map(({ step, changes }) => ({ step, changes: changes.length })),
    warnings: [...output.warnings],
    lost: found.value.lost.map(({ message }) => message),
  });
};

/** Writes a draft to a folder; `out` is absolute. */
export const exportDraft = async (
  notebook: Notebook,
  form: DraftForm,
  out: string,
  now: Date,
): Promise<Result<Exported>> => {
  const found = await partsOf(notebook, form);
  if (!found.ok) return found;
  const [lost] = found.value.lost;
  if (lost) return fail("not-found", lost.message, "Take this part out of the draft, or choose the section anew.");
  const first = make(notebook, form, found.value, localDate(now));
  const place = { root: notebook.root, out, target: form.target, slug: first.fields.slug };
  const date = await exportedDate(place);
  const draft = date === null ? first : make(notebook, form, found.value, date);
  const posts = await readPosts(notebook.root, form.target);
  const options = { sanitise, images: await imagesOf(notebook, draft), posts, ...variantOptions(form.variants) };
  const output = targets[form.target](draft, draft.fields, options);
  return writeExport(await withDocuments(output), {
    ...place,
    date: draft.fields.date,
    address: postAddress(form.target, draft.fields),
    notes: [...new Set(found.value.parts.map(({ note }) => note))],
  });
};

/** Drafts larger than this, in bytes, are not read. */
const largestDraft = 4_000_000;

/** A draft's file as text; null where there is none. Throws a Refusal for pipes, devices and links out of the notebook. */
const draftText = async ({ root, services }: Notebook, path: string): Promise<string | null> => {
  try {
    const { bytes } = await readFileAt(services.fs, join(root, path), path, { limit: largestDraft, within: root });
    return Buffer.from(bytes).toString();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
};

/** The names in the folder of drafts. A stranger's notebook may have a link there: what lies outside is not listed. */
const draftFiles = async ({ root, services }: Notebook): Promise<string[]> => {
  try {
    const place = await openPlace(services.fs, join(root, folder, "any"), root, process.platform);
    try {
      return (await services.fs.readdir(place.at("."))).filter((name) => name.endsWith(".yaml")).sort();
    } finally {
      await place.close();
    }
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
};

/** The drafts of a notebook, by name; one that can't be read or understood comes with the sentence that says why. */
export const listDrafts = (notebook: Notebook) =>
  attempt("listed", "The drafts", async () => {
    const drafts: { name: string; draft: DraftForm | null; problems: string[] }[] = [];
    for (const file of await draftFiles(notebook)) {
      const path = `${folder}/${file}`;
      const text = await attempt("read", path, () => draftText(notebook, path));
      // Removed since the folder was listed.
      if (text.ok && text.value === null) continue;
      const read = text.ok ? parseDraftFile(text.value ?? "", path) : text;
      const name = file.slice(0, -".yaml".length);
      if (read.ok) drafts.push({ name, draft: formOf(read.value), problems: [] });
      else drafts.push({ name, draft: null, problems: [read.error.message, read.error.action] });
    }
    return drafts;
  });

const pathOf = (name: string) => `${folder}/${name}.yaml`;

/** Keeps a draft under a name; what the person wrote into the file by hand stays. */
export const saveDraft = async (notebook: Notebook, name: string, form: DraftForm): Promise<Result<undefined>> => {
  const path = pathOf(name);
  const before = await attempt("saved", path, async () => {
    await makeFolders(notebook.services.fs, notebook.root, path);
    return draftText(notebook, path);
  });
  if (!before.ok) return before;
  const bytes = Buffer.from(writeDraftFile(fileOf(notebook, form), before.value));
  const saved = await saveFile(join(notebook.root, path), bytes, { base: "any", label: path, within: notebook.root });
  return saved.ok ? ok(undefined) : saved;
};

/** Moves a draft's file to the system's trash. The notes that it was made of are not touched. */
export const trashDraft = (notebook: Notebook, name: string): Promise<Result<undefined>> =>
  attempt("moved to the trash", pathOf(name), async () => {
    const { root, services } = notebook;
    const full = join(root, pathOf(name));
    // The system's trash takes a path: that its folder is the notebook's own must be known before.
    const place = await openPlace(services.fs, full, root, process.platform);
    try {
      await services.fs.lstat(place.at(place.name));
    } finally {
      await place.close();
    }
    await services.trash(full);
    return undefined;
  });
