import type { Fields } from "#core/draft/fields.ts";
import { type Draft, type TargetOutput } from "#core/draft/target.ts";
import type { DocumentFile } from "./document.ts";
/** What is written: texts, and files that are none. */
export interface ExportOutput extends TargetOutput {
  readonly documents?: readonly DocumentFile[];
}
/** Sets the Word documents of a target's output; the output of other targets is as it was. */
export declare const withDocuments: (output: TargetOutput, draft: Draft, fields: Fields) => Promise<ExportOutput>;
