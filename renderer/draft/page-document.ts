import type { DraftPreview } from "#core/api.ts";
import { escapeHtml } from "#core/draft/page.ts";
import { pageStyle } from "#core/draft/page-style.ts";

/** A theme of the window. */
export type Theme = "light" | "dark";

const systemDark = "@media (prefers-color-scheme: dark)";

/** The page's style in one theme, whatever the system's is. */
export const styleFor = (theme: Theme): string =>
  pageStyle
    .replace(systemDark, theme === "dark" ? "@media all" : "@media not all")
    .replace("color-scheme: light dark", `color-scheme: ${theme}`);

/**
 * The post as the document of a frame: sanitised HTML with the style of an exported page.
 *
 * @param body sanitised HTML whose links lead nowhere.
 * @param nonce lets the style in by the policy that the frame has from the window.
 */
export const pageDocument = (preview: DraftPreview, body: string, theme: Theme, nonce: string): string => {
  const { date, author } = preview.fields;
  const byline = [
    typeof date === "string" ? date.slice(0, 10) : "",
    typeof author === "string" ? author : "",
    `${preview.minutes} min read`,
  ].filter((words) => words !== "");
  const title = escapeHtml(preview.title);
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>`,
    `<style nonce="${escapeHtml(nonce)}">${styleFor(theme)} body { padding-top: 2.5rem; }</style></head><body><article>`,
    `<header><h1>${title}</h1><p class="byline">${escapeHtml(byline.join(" · "))}</p></header>`,
    body,
    "</article></body></html>",
  ].join("\n");
};
