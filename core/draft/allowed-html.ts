/**
 * What HTML may hold in a preview or an export. Both sanitisers (DOMPurify in the window, sanitize-html outside it)
 * are set up from this list, so that both let the same through.
 */
export const allowedHtml = {
  tags: [
    ..."h1 h2 h3 h4 h5 h6 p br hr ul ol li blockquote pre code em strong s del mark sup sub a img".split(" "),
    ..."table thead tbody tr th td section div input".split(" "),
  ],
  /** Attributes by tag; `*` for every tag. */
  attributes: {
    "*": ["id", "class"],
    a: ["href", "title"],
    img: ["src", "alt", "title", "loading"],
    ol: ["start"],
    th: ["style"],
    td: ["style"],
    input: ["type", "checked", "disabled"],
  },
  /** What `style` may set: the alignment of a table's columns. */
  styles: { "text-align": [/^(?:left|right|center)$/u] },
  /** Schemes of `href`; `src` may be `data:` or `note-asset:` as well. */
  schemes: ["http", "https", "mailto"],
  imageSchemes: ["http", "https", "data", "note-asset"],
} as const;
