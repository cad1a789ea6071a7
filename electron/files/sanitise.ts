import sanitizeHtml from "sanitize-html";
import { allowedHtml } from "#core/draft/allowed-html.ts";

const { tags, attributes, styles, schemes, imageSchemes } = allowedHtml;

const options: sanitizeHtml.IOptions = {
  allowedTags: [...tags],
  allowedAttributes: Object.fromEntries(Object.entries(attributes).map(([tag, names]) => [tag, [...names]])),
  allowedStyles: { "*": Object.fromEntries(Object.entries(styles).map(([name, values]) => [name, [...values]])) },
  allowedSchemes: [...schemes],
  allowedSchemesByTag: { img: [...imageSchemes] },
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
};

/** Takes out of HTML whatever could run or load: the sanitiser outside the window (inside it: DOMPurify). */
export const sanitise = (html: string): string => sanitizeHtml(html, options);
