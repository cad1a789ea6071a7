import type { DraftPreview } from "#core/api.ts";
import { escapeHtml } from "#core/draft/page.ts";
import { notify } from "../state/notices.ts";

/** The post as Markdown without front matter: its title, and the text. */
export const markdownOf = ({ title, text }: DraftPreview): string => {
  const plain = title.replace(/\s+/gu, " ").replace(/[\\`*_[\]<>&]/gu, "\\$&");
  return `# ${plain}\n\n${text}`;
};

/** The post as HTML for the clipboard. */
export const richTextOf = ({ title, body }: DraftPreview): string => `<h1>${escapeHtml(title)}</h1>\n${body}`;

async function copy(parts: Readonly<Record<string, string>>, what: string): Promise<void> {
  const blobs = Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })] as const);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    notify({ kind: "news", message: `The post is on the clipboard as ${what}.`, advice: null, buttons: [] });
  } catch (error) {
    notify({
      kind: "problem",
      message: `The post could not be put on the clipboard (${error instanceof Error ? error.message : error}).`,
      advice: "Click into the window and try again, or export the post.",
      buttons: [],
    });
  }
}

/** Puts the post on the clipboard as Markdown. */
export const copyMarkdown = (preview: DraftPreview): Promise<void> =>
  copy({ "text/plain": markdownOf(preview) }, "Markdown");

/** Puts the post on the clipboard as rich text, and as Markdown for where that can't be pasted. */
export const copyRichText = (preview: DraftPreview): Promise<void> =>
  copy({ "text/html": richTextOf(preview), "text/plain": markdownOf(preview) }, "rich text");
