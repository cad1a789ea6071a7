import { z } from "zod";

/**
 * What was exported where, so that the next export can tell its own text from edits made by hand. One file a draft and
 * target, `.lectern/exports/<target>-<slug>.json`.
 */
const recordSchema = z.object({
  version: z.literal(1),
  exports: z.array(
    z.object({
      /** The export folder, relative to the notebook where it can be. */
      out: z.string(),
      /** The draft's date, kept from the first export on. */
      date: z.string(),
      /** Where other posts find this one, and the paths of the notes that it was made of. */
      address: z.string().optional(),
      notes: z.array(z.string()).optional(),
      /** The texts as they were written, by path inside the export folder. */
      files: z.record(z.string(), z.string()),
      /** SHA-256 of the images as they were copied, by path inside the export folder. */
      copies: z.record(z.string(), z.string()),
    }),
  ),
});

/** The exports of one draft to one target. */
export type ExportRecord = z.infer<typeof recordSchema>;

/** One export in a record. */
export type ExportEntry = ExportRecord["exports"][number];

/** Reads a record; null when it isn't one (the next export then treats every file as not its own). */
export const parseRecord = (text: string): ExportRecord | null => {
  try {
    const read = recordSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    // No JSON: the same as no record.
    return null;
  }
};

/** Writes a record with this entry in the place of the one for the same folder. */
export const recordWith = (record: ExportRecord | null, entry: ExportEntry): string => {
  const others = (record?.exports ?? []).filter(({ out }) => out !== entry.out);
  return `${JSON.stringify({ version: 1, exports: [...others, entry] }, null, 1)}\n`;
};
