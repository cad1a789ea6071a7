import markdownIt from "markdown-it";
import footnotes from "markdown-it-footnote";
import { anchorOf } from "./links.ts";

const renderer = markdownIt({ html: false, linkify: false, typographer: false }).use(footnotes);

// The same schemes as in a post (address.ts); `note-asset:` is the window's own, for the notebook's images.
renderer.validateLink = (url) => {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/iu.exec(url)?.[1]?.toLowerCase();
  if (scheme === "data") return /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/=]+$/iu.test(url.trim());
  if (scheme === undefined) return !/^\s*[\\/]{2}/u.test(url);
  return ["http", "https", "mailto", "note-asset"].includes(scheme);
};

renderer.core.ruler.push("heading-ids", ({ tokens }) => {
  const taken = new Map<string, number>();
  tokens.forEach((token, index) => {
    if (token.type !== "heading_open") return;
    const anchor = anchorOf(tokens[index + 1]?.content ?? "");
    if (anchor === "") return;
    const count = taken.get(anchor) ?? 0;
    taken.set(anchor, count + 1);
    token.attrSet("id", count === 0 ? anchor : `${anchor}-${count}`);
  });
});

// GFM's task lists: "[ ] " and "[x] " at the start of an item. Other marks ("[/]") stay text.
renderer.core.ruler.push("task-lists", ({ tokens, Token }) => {
  tokens.forEach((token, index) => {
    const first = token.children?.[0];
    const task = first?.type === "text" ? /^\[([ xX])\] /u.exec(first.content) : null;
    if (!first || !task || tokens[index - 2]?.type !== "list_item_open") return;
    first.content = first.content.slice(task[0].length);
    const box = new Token("task_box", "input", 0);
    box.attrs = [
      ["type", "checkbox"],
      ["disabled", ""],
      ...(task[1] === " " ? [] : [["checked", ""] as [string, string]]),
    ];
    token.children?.unshift(box);
    tokens[index - 2]?.attrJoin("class", "task");
  });
});
renderer.renderer.rules.task_box = (tokens, index) => `<input${attributes(tokens[index]?.attrs ?? [])}> `;

const attributes = (attrs: readonly (readonly [string, string | number])[]): string =>
  attrs.map(([name, value]) => (value === "" ? ` ${name}` : ` ${name}="${value}"`)).join("");

/**
 * Renders Markdown as HTML: the one pipeline for preview and export. Raw HTML in the text is shown as text.
 *
 * @param sanitise takes out what could run (renderer: DOMPurify; outside the window: sanitize-html). It is passed in
 * because neither sanitiser belongs into core, and it isn't optional: no HTML leaves without it.
 */
export const renderHtml = (markdown: string, sanitise: (html: string) => string): string =>
  sanitise(renderer.render(markdown));

/** Markdown as the tokens of markdown-it that `renderHtml` makes HTML of. */
export type MarkdownToken = ReturnType<typeof renderer.parse>[number];

/** Reads Markdown as `renderHtml` does, for what is not set as HTML. */
export const readMarkdown = (markdown: string): readonly MarkdownToken[] => renderer.parse(markdown, {});
