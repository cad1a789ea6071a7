/** A value of a front matter field. A `Stamp` is a date that must stand without quotes. */
export type FrontValue = string | number | boolean | Stamp | readonly string[];

/** A date as its target wants it written. */
export interface Stamp {
  readonly stamp: string;
}

/** Fields in the order in which they are written; `undefined` and empty lists are left out. */
export type FrontMatter = readonly (readonly [name: string, value: FrontValue | undefined])[];

/**
 * Writes YAML front matter. Texts are always quoted, so that every YAML reader, 1.1 or 1.2, reads them as texts
 * (`yes`, `1.10`, `12:30`). `comments` stand first: they say why a post is a draft.
 */
export const yamlFrontMatter = (fields: FrontMatter, comments: readonly string[] = []): string => {
  const lines = present(fields).map(([name, value]) => `${name}: ${written(value)}`);
  return ["---", ...commentLines(comments), ...lines, "---", ""].join("\n");
};

/** Writes TOML front matter (TOML 1.0: basic strings), as Hugo reads it. */
export const tomlFrontMatter = (fields: FrontMatter, comments: readonly string[] = []): string => {
  const lines = present(fields).map(([name, value]) => `${name} = ${written(value)}`);
  return ["+++", ...commentLines(comments), ...lines, "+++", ""].join("\n");
};

type Present = readonly [name: string, value: FrontValue];

const present = (fields: FrontMatter): readonly Present[] =>
  fields.filter((field): field is Present => {
    const value = field[1];
    return value !== undefined && !(Array.isArray(value) && value.length === 0);
  });

/** Comments are one line each, whatever the text holds. */
const commentLines = (comments: readonly string[]): readonly string[] =>
  comments.map((comment) => `# ${comment.replace(/[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]+/gu, " ").trim()}`);

const isStamp = (value: FrontValue): value is Stamp => typeof value === "object" && "stamp" in value;

const written = (value: FrontValue): string => {
  if (isStamp(value)) return value.stamp;
  if (Array.isArray(value)) return `[${value.map(quoted).join(", ")}]`;
  return typeof value === "string" ? quoted(value) : String(value);
};

/**
 * A text in double quotes, on one line. JSON's strings are such for YAML 1.1 and 1.2 and for TOML alike, once what
 * they may hold raw, and the others not, is escaped as well: DEL, C1 controls, line separators, byte order marks.
 */
const quoted = (text: string): string =>
  JSON.stringify(text.replace(/\p{Cs}/gu, "\uFFFD")).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`,
  );
