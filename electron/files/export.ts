import { mkdir, realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { ExportEntry, ExportRecord } from "#core/draft/record.ts";
import { parseRecord, recordWith } from "#core/draft/record.ts";
import type { TargetFile } from "#core/draft/target.ts";
import type { DraftTarget } from "#core/draft/targets.ts";
import { updateText } from "#core/draft/update.ts";
import type { Result } from "#core/result.ts";
import { fail } from "#core/result.ts";
import type { ExportOutput } from "../docx/output.ts";
import type { OnDisk } from "./bytes.ts";
import { readFileAt } from "./bytes.ts";
import { attempt, Refusal } from "./failure.ts";
import { codeOf, nodeFileSystem } from "./file-system.ts";
import { makeFolders } from "./folders.ts";
import { hashOf } from "./hash.ts";
import { saveFile } from "./save.ts";

/** Images larger than this, in bytes, are not exported. */
const largestImage = 50_000_000;

/** Which draft of which notebook goes where. */
export interface ExportPlace {
  /** The notebook's folder; images are read from inside it, and the record is kept in its `.lectern/exports`. */
  readonly root: string;
  /** The export folder; it is made where it isn't there. */
  readonly out: string;
  readonly target: DraftTarget;
  readonly slug: string;
  /** The draft's date, for the record. */
  readonly date: string;
  /** Where other posts find this one (core/draft/posts.ts), for the record; null where nobody knows. */
  readonly address: string | null;
  /** Paths of the notes that it was made of, for the record. */
  readonly notes: readonly string[];
}

/** A file that was left as it is, because it was edited where the draft changed. */
export interface Conflict {
  readonly path: string;
  /** Both texts between markers, or null for an image. */
  readonly text: string | null;
}

/** What an export did. Paths are inside `folder`. */
export interface Exported {
  readonly folder: string;
  readonly written: readonly string[];
  /** Files that kept the edits made by hand and took the draft's changes as well. */
  readonly merged: readonly string[];
  readonly unchanged: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly warnings: readonly string[];
}

/**
 * Writes what a target made. A file that was edited by hand since the last export keeps its edits; where they meet the
 * draft's own changes, it is left as it is and named under `conflicts`. Every file is written by the recipe of `saveFile`,
 * and nothing is written outside the export folder.
 */
export const writeExport = async (output: ExportOutput, place: ExportPlace): Promise<Result<Exported>> => {
  const documents = output.documents ?? [];
  for (const { path } of [...output.files, ...documents, ...output.copies.map(({ to }) => ({ path: to }))]) {
    if (!isPlain(path)) {
      return fail("bad-input", `“${path}” is no name for an exported file.`, "Give the draft another slug.", {
        file: path,
      });
    }
  }
  return attempt("saved", place.out, async () => {
    await mkdir(place.out, { recursive: true });
    const job = await openJob(place);
    for (const file of output.files) await writeText(job, file);
    for (const { from, to } of output.copies) await copyImage(job, from, to);
    for (const { path, bytes } of documents) await writeBytes(job, path, bytes, hashOf(bytes));
    await saveRecord(job);
    const { folder, written, merged, unchanged, conflicts } = job;
    return { folder, written, merged, unchanged, conflicts, warnings: [...output.warnings, ...job.warnings] };
  });
};

/** The date that a draft was first exported with, so that exporting again doesn't change it; null before that. */
export const exportedDate = async (place: Omit<ExportPlace, "date" | "address" | "notes">): Promise<string | null> => {
  // What can't be read here can't be read by the export either, which says so.
  const read = await attempt("read", recordPath(place), async () => {
    const root = await realpath(place.root);
    const out = outName(root, await realpath(place.out));
    return (await readRecord(root, place))?.exports.find((entry) => entry.out === out)?.date ?? null;
  });
  return read.ok ? read.value : null;
};

/** Images of the notebook as `data:` addresses, by path. What can't be read is left out. */
export const readImages = async (root: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const images = new Map<string, string>();
  for (const path of new Set(paths)) {
    const type = imageTypes[path.slice(path.lastIndexOf(".") + 1).toLowerCase()];
    if (type === undefined) continue;
    const read = await readInside(root, path);
    if (read.ok) images.set(path, `data:image/${type};base64,${Buffer.from(read.value.bytes).toString("base64")}`);
  }
  return images;
};

const imageTypes: Readonly<Record<string, string>> = {
  png: "png",
  apng: "apng",
  jpg: "jpeg",
  jpeg: "jpeg",
  gif: "gif",
  webp: "webp",
  avif: "avif",
  bmp: "bmp",
  ico: "x-icon",
  svg: "svg+xml",
};

interface Job {
  readonly place: ExportPlace;
  readonly root: string;
  readonly folder: string;
  readonly record: ExportRecord | null;
  readonly last: ExportEntry | undefined;
  readonly entry: ExportEntry;
  readonly written: string[];
  readonly merged: string[];
  readonly unchanged: string[];
  readonly conflicts: Conflict[];
  readonly warnings: string[];
}

const openJob = async (place: ExportPlace): Promise<Job> => {
  const folder = await realpath(place.out);
  const root = await realpath(place.root);
  const record = await readRecord(root, place);
  const out = outName(root, folder);
  const last = record?.exports.find((entry) => entry.out === out);
  const entry: ExportEntry = { out, date: place.date, notes: [...place.notes], files: {}, copies: {} };
  if (place.address !== null) entry.address = place.address;
  const lists = { written: [], merged: [], unchanged: [], conflicts: [], warnings: [] };
  return { place, root, folder, record, last, entry, ...lists };
};

const writeText = async (job: Job, { path, text }: TargetFile): Promise<void> => {
  const disk = await onDisk(job, path);
  const base = own(job.last?.files, path);
  const update = updateText(base, disk === null ? null : Buffer.from(disk.bytes).toString("utf8"), text);
  // The base of the next export is what the draft gave; after a conflict it stays what it was.
  job.entry.files[path] = text;
  if (update.kind === "same") job.unchanged.push(path);
  else if (update.kind === "conflict") {
    job.conflicts.push({ path, text: update.text });
    if (base === null) delete job.entry.files[path];
    else job.entry.files[path] = base;
  } else {
    await put(job, path, Buffer.from(update.text, "utf8"), disk);
    (update.merged ? job.merged : job.written).push(path);
  }
};

const copyImage = async (job: Job, from: string, to: string): Promise<void> => {
  const read = await readInside(job.root, from);
  if (!read.ok) {
    job.warnings.push(`${read.error.message} The post shows nothing in its place.`);
    return;
  }
  await writeBytes(job, to, read.value.bytes, read.value.hash);
};

/** Writes a file that is no text: one that is another than the last export left is not written over. */
const writeBytes = async (job: Job, to: string, bytes: Uint8Array, hash: string): Promise<void> => {
  const disk = await onDisk(job, to);
  const base = own(job.last?.copies, to);
  if (disk === null || (disk.hash !== hash && disk.hash === base)) {
    await put(job, to, bytes, disk);
    job.written.push(to);
  } else if (disk.hash === hash || base === hash) job.unchanged.push(to);
  else {
    job.conflicts.push({ path: to, text: null });
    if (base !== null) job.entry.copies[to] = base;
    return;
  }
  job.entry.copies[to] = hash;
};

const put = async (job: Job, path: string, bytes: Uint8Array, disk: OnDisk | null): Promise<void> => {
  await makeFolders(nodeFileSystem, job.folder, path);
  const base = disk === null ? null : disk.hash;
  const saved = await saveFile(join(job.folder, path), bytes, { base, label: path, within: job.folder });
  if (!saved.ok) throw new Refusal(saved.error.code, saved.error.message, saved.error.action, path);
};

const onDisk = async (job: Job, path: string): Promise<OnDisk | null> => {
  try {
    return await readFileAt(nodeFileSystem, join(job.folder, path), path, { within: job.folder });
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
};

const readInside = (root: string, path: string): Promise<Result<OnDisk>> =>
  attempt("read", path, async () => {
    const within = await realpath(root);
    return readFileAt(nodeFileSystem, join(within, path), path, { limit: largestImage, within });
  });

const recordPath = ({ target, slug }: Pick<ExportPlace, "target" | "slug">): string =>
  `.lectern/exports/${target}-${slug}.json`;

const readRecord = async (root: string, place: Pick<ExportPlace, "target" | "slug">): Promise<ExportRecord | null> => {
  const path = recordPath(place);
  try {
    const { bytes } = await readFileAt(nodeFileSystem, join(root, path), path, { within: root });
    return parseRecord(Buffer.from(bytes).toString("utf8"));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
};

const saveRecord = async (job: Job): Promise<void> => {
  const path = recordPath(job.place);
  await makeFolders(nodeFileSystem, job.root, path);
  const text = recordWith(job.record, job.entry);
  const saved = await saveFile(join(job.root, path), Buffer.from(text, "utf8"), {
    base: "any",
    label: path,
    within: job.root,
  });
  if (!saved.ok) throw new Refusal(saved.error.code, saved.error.message, saved.error.action, path);
};

/** Two exports to one folder have one name, wherever the notebook was moved to together with it. */
const outName = (root: string, folder: string): string => relative(root, folder).split(sep).join("/") || ".";

const own = (record: Readonly<Record<string, string>> | undefined, name: string): string | null =>
  record && Object.hasOwn(record, name) ? (record[name] ?? null) : null;

const isPlain = (path: string): boolean =>
  path !== "" &&
  !/^[a-z]:|[\\\p{Cc}]/iu.test(path) &&
  path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
