import type { TargetOutput } from "#core/draft/target.ts";
import type { DocumentFile } from "./document.ts";

/** What is written: texts, and files that are none. */
export interface ExportOutput extends TargetOutput {
  readonly documents?: readonly DocumentFile[];
}

/** Sets the Word documents of a target's output; the output of other targets is as it was. */
export const withDocuments = async (output: TargetOutput): Promise<ExportOutput> => {
  const { document } = output;
  if (!document) return output;
  // Only who exports a document waits for what writes it.
  const { writeDocument } = await import("./document.ts");
  const documents: DocumentFile[] = [];
  const warnings = [...output.warnings];
  for (const { path, text } of output.files) {
    const written = await writeDocument(text, document);
    documents.push({ path, bytes: written.bytes });
    warnings.push(...written.warnings);
  }
  return { files: [], copies: output.copies, warnings, documents };
};
