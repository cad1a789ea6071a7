import type { Block } from "../block.ts";
import { plainText } from "../inline.ts";
import type { Change, Stepped } from "./step.ts";

const areaWord = /^(?:area|level|module|unit)\s+\d+\s*(?:[-–—:.)]\s*)?(?=\S)/iu;
const listNumber = /^(?:\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+)\s+(?=\S)/u;
const levelName =
  /^(?:(?:beginner|intermediate|advanced|expert)s?)(?:[\s-]+(?:level|courses?|modules?|tutorials?|section|stage|track))*(?:\s+mastery)?\s*(?:\(round \d+\))?\s*:?$/iu;

/** Whether a heading names nothing but a step of mastery ("Beginner", "Intermediate Level"). */
export const isLevelName = (text: string): boolean => levelName.test(plainText(text));

/** A heading's text without list numbers, "Area 2 -", emphasis around the whole, and a colon at its end. */
export const cleanHeading = (text: string): string => {
  const inner = /^(?<marks>\*{1,3}|_{1,3})(?<words>(?:(?!\k<marks>).)+)\k<marks>\s*:?$/u.exec(text.trim())?.groups
    ?.words;
  const bare = (inner ?? text).trim().replace(listNumber, "").replace(areaWord, "").replace(listNumber, "");
  const cleaned = bare.replace(/\s*\(round \d+\)\s*$/iu, "").replace(/\s*:\s*$/u, "");
  return cleaned === "" ? text : cleaned;
};

/** Cleans every heading, and takes out those that name nothing but a level. */
export const withoutOutlineWords = (blocks: readonly Block[]): Stepped => {
  const changes: Change[] = [];
  const result = blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== "heading") return [block];
    const place = { note: block.note, line: block.line };
    if (isLevelName(block.text)) {
      changes.push({ ...place, what: "took out a level's name" });
      return [];
    }
    const text = cleanHeading(block.text);
    if (text !== block.text) changes.push({ ...place, what: "took out numbers and area words" });
    return [{ ...block, text }];
  });
  return { blocks: result, changes };
};
