import type { Output } from "#core/api.ts";
import { count } from "../report/names.ts";

/** What an export did. */
export type Exported = Output<"exportDraft">;

const few = 3;
const named = (paths: readonly string[]): string =>
  paths.length <= few ? paths.join(", ") : `${paths.slice(0, few).join(", ")} and ${paths.length - few} more`;

/** What an export did, as a sentence. */
export const sentenceOf = ({ folder, files, merged, unchanged, conflicts }: Exported): string => {
  const done = [
    files.length > 0 ? `${named(files)} ${files.length === 1 ? "was" : "were"} written` : "",
    merged.length > 0 ? `${named(merged)} took the changes and kept your edits` : "",
    unchanged.length > 0 ? `${named(unchanged)} ${unchanged.length === 1 ? "is" : "are"} as before` : "",
    conflicts.length > 0 ? `${named(conflicts.map(({ path }) => path))} left as edited by hand` : "",
  ].filter((words) => words !== "");
  return `${folder}: ${done.length === 0 ? "there was nothing to write" : done.join("; ")}.`;
};

/** What the person should know after an export, or null. */
export const adviceOf = ({ warnings }: Exported, isDraft: boolean): string | null => {
  const draft = isDraft ? "The post is marked as a draft, because something in it is not ready." : "";
  const shown = warnings.slice(0, few).join(" ");
  const rest = warnings.length > few ? `And ${count(warnings.length - few, "more warning")}.` : "";
  const words = [draft, shown, rest].filter((each) => each !== "").join(" ");
  return words === "" ? null : words;
};
