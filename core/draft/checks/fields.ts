import type { Problem } from "../check.ts";
import type { Fields } from "../fields.ts";
import type { DraftTarget } from "../targets.ts";

/** The most tags that a target takes. */
export const mostTags: Readonly<Partial<Record<DraftTarget, number>>> = { devto: 4, hashnode: 5 };

/** The longest title that a target takes, in characters. */
const longestTitle: Readonly<Partial<Record<DraftTarget, number>>> = { devto: 128, hashnode: 250 };

/** Fields that are missing, too long or too many. */
export const fieldProblems = (fields: Fields, target?: DraftTarget): readonly Problem[] => {
  const problems: Problem[] = [];
  const say = (kind: Problem["kind"], message: string, action: string, blocks: boolean) =>
    problems.push({ kind, note: null, line: null, message, action, blocks });
  const limit = target ? longestTitle[target] : undefined;
  const title = [...fields.title].length;
  if (fields.title.trim() === "") say("title", "The draft has no title.", "Give it one.", true);
  else if (limit !== undefined && title > limit) {
    say("title", `The title has ${title} characters; ${target} takes ${limit}.`, "Shorten it.", true);
  } else if (title > 100)
    say("title", `The title has ${title} characters.`, "Search results cut it off at about 60.", false);
  const description = [...(fields.description ?? "")].length;
  if (description > 200) {
    say(
      "description",
      `The description has ${description} characters.`,
      "Search results cut it off at about 160.",
      false,
    );
  }
  const most = target ? mostTags[target] : undefined;
  const tags = fields.tags?.length ?? 0;
  if (most !== undefined && tags > most) {
    say("tags", `The draft has ${tags} tags; ${target} takes ${most}.`, "Keep the best ones.", true);
  }
  if (target === "hashnode") {
    if (tags === 0) say("tags", "Hashnode wants at least one tag.", "Add one.", true);
    if ((fields.domain ?? "") === "") {
      say("domain", "Hashnode wants the domain of your blog.", "Fill it in.", true);
    }
  }
  return problems;
};
