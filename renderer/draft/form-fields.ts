import type { DraftTarget, DraftVariant } from "#core/draft/target-names.ts";

/** How a field is written: a line, a few lines, a date, words with commas between. */
export type FieldKind = "line" | "lines" | "date" | "list";

/** A field of the front matter, by its name in core/draft/fields.ts. */
export interface FormField {
  readonly label: string;
  readonly kind: FieldKind;
  readonly hint?: string;
}

/** Every field that a target can have. */
export const formFields = {
  title: { label: "Title", kind: "line" },
  subtitle: { label: "Subtitle", kind: "line" },
  slug: { label: "Slug", kind: "line", hint: "Names the file and the address." },
  date: { label: "Date", kind: "date" },
  updated: { label: "Updated", kind: "date" },
  description: { label: "Description", kind: "lines", hint: "About 160 characters." },
  tags: { label: "Tags", kind: "list" },
  categories: { label: "Categories", kind: "list" },
  series: { label: "Series", kind: "line" },
  author: { label: "Author", kind: "line" },
  cover: { label: "Cover picture", kind: "line", hint: "A path or an address." },
  canonical: { label: "Address of the original", kind: "line", hint: "Where the post stands elsewhere as well." },
  domain: { label: "Domain of the blog", kind: "line" },
  layout: { label: "Layout", kind: "line" },
  permalink: { label: "Permalink", kind: "line" },
} as const satisfies Record<string, FormField>;

/** The name of a field. */
export type FieldName = keyof typeof formFields;

/** The fields that each target writes, in the order of its form. */
export const fieldsOf: Readonly<Record<DraftTarget, readonly FieldName[]>> = {
  markdown: ["title", "slug", "date", "description", "tags"],
  hugo: [
    "title",
    "slug",
    "date",
    "updated",
    "description",
    "tags",
    "categories",
    "series",
    "author",
    "cover",
    "canonical",
  ],
  jekyll: [
    "title",
    "slug",
    "date",
    "description",
    "tags",
    "categories",
    "author",
    "cover",
    "canonical",
    "layout",
    "permalink",
  ],
  astro: ["title", "slug", "date", "updated", "description", "tags", "author", "cover"],
  devto: ["title", "slug", "description", "tags", "series", "cover", "canonical"],
  hashnode: ["title", "subtitle", "slug", "tags", "domain", "series", "cover", "canonical"],
  html: ["title", "slug", "date", "description", "tags", "author"],
  docx: ["title", "slug", "description", "tags", "author"],
};

/** The targets as the person knows them. */
export const targetTitles: Readonly<Record<DraftTarget, string>> = {
  markdown: "Markdown",
  hugo: "Hugo",
  jekyll: "Jekyll",
  astro: "Astro",
  devto: "dev.to",
  hashnode: "Hashnode",
  html: "HTML page",
  docx: "Word document",
};

/** The variants as the person knows them. */
export const variantTitles: Readonly<Record<DraftVariant, string>> = {
  toml: "Front matter in TOML",
  fragment: "Only the text, without page and style",
};

/** What a list field means: words with commas between; null for nothing, which goes back to what is suggested. */
export const listFrom = (text: string): string[] | null => {
  const words = text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  return words.length === 0 && text.trim() === "" ? null : words;
};

/** A day, or an instant with its offset: what core/draft/fields.ts takes for a date. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?$/u.test(text.trim());
