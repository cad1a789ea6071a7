import type { Fields } from "./fields.ts";
import { dayOf } from "./fields.ts";
import { pageStyle } from "./page-style.ts";

/** Writes text as HTML text, fit for an attribute in double quotes as well. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/&/gu, "&amp;")
    .replace(/</gu, "&lt;")
    .replace(/>/gu, "&gt;")
    .replace(/"/gu, "&quot;")
    .replace(/'/gu, "&#39;");

/**
 * Sets a post as one HTML page that needs nothing from anywhere: its policy lets no script run and nothing load but
 * the images that it holds.
 *
 * @param body sanitised HTML.
 */
export const htmlPage = (
  body: string,
  fields: Fields,
  extra: { readonly minutes: number; readonly notReady: readonly string[] },
): string => {
  const title = escapeHtml(fields.title);
  const day = escapeHtml(dayOf(fields.date));
  const meta = [
    fields.description ? `<meta name="description" content="${escapeHtml(fields.description)}">` : null,
    fields.author ? `<meta name="author" content="${escapeHtml(fields.author)}">` : null,
    fields.tags?.length ? `<meta name="keywords" content="${escapeHtml(fields.tags.join(", "))}">` : null,
    extra.notReady.length > 0 ? '<meta name="robots" content="noindex">' : null,
  ].filter((line) => line !== null);
  const author = fields.author ? ` · ${escapeHtml(fields.author)}` : "";
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    ...meta,
    `<style>\n${pageStyle}</style>`,
    "</head>",
    "<body>",
    "<article>",
    "<header>",
    `<h1>${title}</h1>`,
    `<p class="byline"><time datetime="${day}">${day}</time>${author} · ${extra.minutes} min read</p>`,
    "</header>",
    ...notReady(extra.notReady),
    body.trimEnd(),
    "</article>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
};

const notReady = (reasons: readonly string[]): readonly string[] =>
  reasons.length === 0
    ? []
    : [
        '<aside class="draft">',
        "<p>Draft</p>",
        `<ul>${reasons.map((reason) => `<li>${escapeHtml(reason)}</li>`).join("")}</ul>`,
        "</aside>",
      ];
