import { slugOf } from "./suggest.ts";

/** The front matter of a draft, under Lectern's own names; each target writes those that it knows by its own. */
export interface Fields {
  readonly title: string;
  /** Lower case, hyphens; names the file and the address. */
  readonly slug: string;
  /** ISO 8601 with offset, to the second: `2026-11-24T09:30:00+01:00`. */
  readonly date: string;
  readonly updated?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly categories?: readonly string[];
  readonly series?: string;
  readonly subtitle?: string;
  readonly author?: string;
  /** The address of the original, when the post stands elsewhere as well. */
  readonly canonical?: string;
  /** A path or address of the picture at the top. */
  readonly cover?: string;
  /** Hashnode: the blog's domain. */
  readonly domain?: string;
  /** Jekyll: the layout; `post` unless given. */
  readonly layout?: string;
  readonly permalink?: string;
  /** The person says that it is a draft, ready or not. */
  readonly draft?: boolean;
}

/** A form's values, by the names of `Fields`. */
export type WrittenFields = Readonly<Record<string, string | boolean | readonly string[]>>;

const textNames = [
  "title",
  "description",
  "series",
  "subtitle",
  "author",
  "canonical",
  "cover",
  "domain",
  "layout",
  "permalink",
] as const;
const dateNames = ["date", "updated"] as const;
const listNames = ["tags", "categories"] as const;

const isoDate = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?$/u;

/**
 * Puts what the person wrote (a form's values) over what was suggested. Unknown names, empty texts and dates that are
 * none are left out; a slug is made fit for a file name, whatever was written.
 */
export const fieldsFrom = (suggested: Fields, written: WrittenFields): Fields => {
  const text = (name: string): string | null => {
    const value = Object.hasOwn(written, name) ? written[name] : undefined;
    return typeof value === "string" && value.trim() !== "" ? value.replace(/\s+/gu, " ").trim() : null;
  };
  const texts = textNames.flatMap((name) => (text(name) === null ? [] : [[name, text(name)]]));
  const dates = dateNames.flatMap((name) => (isoDate.test(text(name) ?? "") ? [[name, text(name)]] : []));
  const lists = listNames.flatMap((name) => {
    const value = Object.hasOwn(written, name) ? written[name] : undefined;
    const list = typeof value === "string" ? value.split(",") : Array.isArray(value) ? value : null;
    return list ? [[name, list.map((entry: string) => entry.trim()).filter((entry: string) => entry !== "")]] : [];
  });
  const title = text("title") ?? suggested.title;
  const slug = slugOf(text("slug") ?? (text("title") === null ? suggested.slug : title));
  const draft = typeof written.draft === "boolean" ? { draft: written.draft } : {};
  return { ...suggested, ...Object.fromEntries([...texts, ...dates, ...lists]), title, slug, ...draft };
};

/** The day of a date field: `2026-11-24`. */
export const dayOf = (date: string): string => date.slice(0, 10);
