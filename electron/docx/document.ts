import { Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import { readMarkdown } from "#core/draft/html.ts";
import type { DocumentParts } from "#core/draft/target.ts";
import { documentBlocks } from "./blocks.ts";
import { readImageData } from "./image-size.ts";
import { xmlText } from "./inline.ts";

/** A file of an export that is no text; the path is inside the export folder, with `/`. */
export interface DocumentFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Sets a post as a Word document (ECMA-376). What Word can't show is named in `warnings`. */
export const writeDocument = async (
  markdown: string,
  { title, description, author, tags, notReady, images }: DocumentParts,
): Promise<{ readonly bytes: Uint8Array; readonly warnings: readonly string[] }> => {
  const { children, footnotes, numberings } = documentBlocks(readMarkdown(markdown), images);
  const reasons = notReady.map(
    (reason) => new Paragraph({ children: [new TextRun({ text: xmlText(reason), italics: true, color: "8A4B2A" })] }),
  );
  const document = new Document({
    title: xmlText(title),
    description: xmlText(description),
    keywords: xmlText(tags.join(", ")),
    creator: xmlText(author),
    styles: {
      // The others are based on it; readers leave out styles whose base is not there.
      paragraphStyles: [
        { id: "Normal", name: "Normal", quickFormat: true },
        {
          id: "SourceCode",
          name: "Source Code",
          basedOn: "Normal",
          paragraph: { spacing: { before: 120, after: 180 } },
        },
        { id: "Quote", name: "Quote", basedOn: "Normal", run: { color: "555048" } },
      ],
    },
    numbering: { config: numberings.map(({ reference, levels }) => ({ reference, levels: [...levels] })) },
    footnotes: Object.fromEntries(
      Object.entries(footnotes).map(([id, note]) => [id, { children: [...note.children] }]),
    ),
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(xmlText(title))] }),
          ...reasons,
          ...children,
        ],
      },
    ],
  });
  const warnings = [...images].flatMap(([address, data]) =>
    readImageData(data) === null && data !== "data:,"
      ? [`Word can't show ${address.slice(address.lastIndexOf("/") + 1)}: its description stands in its place.`]
      : [],
  );
  return { bytes: await Packer.toBuffer(document), warnings };
};
