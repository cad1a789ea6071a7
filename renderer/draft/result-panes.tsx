import { useMemo } from "react";
import type { DraftPreview } from "#core/api.ts";
import { withInertLinks } from "./inert-links.ts";
import { pageDocument } from "./page-document.ts";
import { useTheme } from "./themes.ts";

interface ResultProps {
  readonly preview: DraftPreview;
}

/** The main file of the export, as it would be written. */
export function ResultText({ preview }: ResultProps) {
  const [file] = preview.files;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must be reached with the keyboard for that
    <section className="draft-text" tabIndex={0} aria-label={`Text of ${file?.path ?? "the post"}`}>
      <pre>{file?.text}</pre>
    </section>
  );
}

/** The post as a reader sees it. The frame runs nothing, and its links lead nowhere. */
export function ResultPage({ preview }: ResultProps) {
  const theme = useTheme();
  const body = useMemo(() => withInertLinks(preview.body), [preview.body]);
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
  return (
    <iframe
      className="draft-page"
      title="The post as a page"
      sandbox=""
      srcDoc={pageDocument(preview, body, theme, nonce)}
    />
  );
}
