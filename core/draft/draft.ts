import type { CheckOptions, Problem } from "./check.ts";
import { checkDraft } from "./check.ts";
import type { Composed, ComposeOptions } from "./compose.ts";
import { compose } from "./compose.ts";
import type { Fields, WrittenFields } from "./fields.ts";
import { fieldsFrom } from "./fields.ts";
import type { Part } from "./part.ts";
import { proseWords, readingMinutes, slugOf, suggestDescription, suggestTags } from "./suggest.ts";

/** How a draft is made. */
export interface DraftOptions extends ComposeOptions, CheckOptions {
  /** What the person wrote into the form; it stands over what is suggested. */
  readonly fields?: WrittenFields;
  /** Now, as ISO 8601 with offset: the date unless the person wrote one. */
  readonly now: string;
}

/** A draft with its front matter, what isn't ready in it, and the minutes that it takes to read. */
export interface MadeDraft extends Composed {
  readonly fields: Fields;
  readonly problems: readonly Problem[];
  readonly minutes: number;
}

/** Composes sections, suggests the front matter and checks the result: all that the Draft view and an export need. */
export const makeDraft = (parts: readonly Part[], options: DraftOptions): MadeDraft => {
  const own = options.fields?.title;
  const title = typeof own === "string" && own.trim() !== "" ? { title: own.trim() } : {};
  const composed = compose(parts, { ...options, ...title });
  const paths = parts.flatMap(({ section }) => (section ? [section.path.slice(0, -1)] : []));
  const outlines = parts.flatMap(({ outline }) => (outline ? [outline] : []));
  const prose = proseWords(composed.blocks);
  const description = suggestDescription(composed.blocks);
  const suggested: Fields = {
    title: composed.title,
    slug: slugOf(composed.title),
    date: options.now,
    tags: suggestTags(prose, paths, outlines),
    ...(description === "" ? {} : { description }),
  };
  const fields = fieldsFrom(suggested, options.fields ?? {});
  const problems = checkDraft(composed, fields, options);
  return { ...composed, fields, problems, minutes: readingMinutes(composed.blocks, prose) };
};
