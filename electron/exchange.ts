import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { NoteOutline as NoteWithId, Output } from "#core/api.ts";
import { fail, ok, type Result } from "#core/result.ts";
import {
  type ExportFormat,
  type ImportFormat,
  importFormats,
  readTime,
  writeTime,
} from "#core/time/formats/formats.ts";
import { importRecords, type Preview, previewImport } from "#core/time/import.ts";
import { formatInstant, parseInstant, systemZone } from "#core/time/instant.ts";
import { type NoteOutline, pathKey, placesOf } from "#core/time/places.ts";
import { within } from "#core/time/report.ts";
import type { Session } from "#core/time/session.ts";
import { saveFile } from "./files/save.ts";

const notesOf = (outlines: readonly NoteWithId[]): NoteOutline[] =>
  outlines.map(({ path, outline }) => ({ note: path, outline }));

/** Writes the sessions of a stretch (ISO 8601 instants, null: open) to a file in another program's format. */
export const exportSessions = async (
  file: string,
  format: ExportFormat,
  stretch: { readonly from: string | null; readonly to: string | null },
  sessions: readonly Session[],
  outlines: readonly NoteWithId[],
  now: Date,
): Promise<Result<Output<"exportTime">>> => {
  const planned = new Map(
    notesOf(outlines).flatMap((note) => placesOf(note).map(({ path, module }) => [pathKey(path), module.planned])),
  );
  const from = stretch.from === null ? Number.NEGATIVE_INFINITY : parseInstant(stretch.from);
  const to = stretch.to === null ? Number.POSITIVE_INFINITY : parseInstant(stretch.to);
  const text = writeTime(format, {
    sessions: sessions.filter((session) => within(session, { from, to }, now.getTime()) !== null),
    planned: (module) => planned.get(pathKey(module)) ?? null,
    zone: systemZone,
    now: now.getTime(),
  });
  // The system's dialog has asked before an existing file is replaced.
  const saved = await saveFile(file, Buffer.from(text), { base: "any" });
  return saved.ok ? ok({ files: [basename(file)], folder: file, warnings: [] }) : saved;
};

/** An import that was shown and waits for a yes. */
export interface Pending {
  readonly token: string;
  readonly preview: Preview;
}

const isImportFormat = (name: string): name is ImportFormat => (importFormats as readonly string[]).includes(name);

/** Reads another program's file and says what it would add. */
export const readImport = async (
  file: string,
  format: string,
  sessions: readonly Session[],
  outlines: readonly NoteWithId[],
  now: Date,
): Promise<Result<Pending>> => {
  if (!isImportFormat(format))
    return fail("bad-input", `Lectern does not know the format "${format}".`, "Choose another.");
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return fail("io", `${basename(file)} could not be read (${code}).`, "Choose another file.", { file });
  }
  const read = readTime(format, text.replace(/^\uFEFF/u, ""), { zone: systemZone });
  const around = { notes: notesOf(outlines), sessions, zone: systemZone, now: now.getTime() };
  return ok({ token: randomBytes(12).toString("hex"), preview: previewImport(read, around) });
};

/** The preview as the window shows it. */
export const shownImport = ({ token, preview }: Pending): Output<"previewImport"> => ({
  token,
  rows: preview.rows.map(({ session, match, duplicate }) => ({
    start: session.start,
    end: session.end ?? session.start,
    module: session.module,
    matched: match !== "none",
    duplicate: duplicate !== null,
  })),
  problems: preview.bad.map(({ line, why }) => `Line ${line}: ${why}`),
});

/** The records that take an import over; rows that are there already are left out. */
export const recordsOf = ({ preview }: Pending, now: Date) =>
  importRecords(preview.rows, formatInstant(now.getTime(), systemZone));
