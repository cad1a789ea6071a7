import type { Block, Heading, Place } from "./block.ts";
import { plainText } from "./inline.ts";
import type { Part, PartBlocks } from "./part.ts";
import { readPart } from "./part.ts";
import { withoutEmpties } from "./steps/empty.ts";
import { shiftHeadings } from "./steps/levels.ts";
import { joinLines } from "./steps/lines.ts";
import { outlineToHeadings } from "./steps/outline.ts";
import type { OpenComment } from "./steps/private.ts";
import { withoutPrivateSections } from "./steps/private.ts";
import { bulletsToParagraphs } from "./steps/prose.ts";
import { apartLinks, numberFootnotes } from "./steps/references.ts";
import type { Change, StepName, Stepped } from "./steps/step.ts";
import { stepNames } from "./steps/step.ts";
import { withoutTimeBullets } from "./steps/times.ts";
import { cleanHeading, isLevelName, withoutOutlineWords } from "./steps/words.ts";
import { writeBlocks } from "./write.ts";

/** How a draft is composed. */
export interface ComposeOptions {
  /** Steps that are switched off. */
  readonly off?: readonly StepName[];
  /** The person's own title; else it is taken from the first section. */
  readonly title?: string;
  /** Keep the text after every step, to show what each did. */
  readonly trace?: boolean;
}

/** What one step did. `after` is the whole text after it, where a trace was asked for. */
export interface StepReport {
  readonly step: StepName;
  readonly changes: readonly Change[];
  readonly after?: string;
}

/** Sections as a post. */
export interface Composed {
  /** Plain words. */
  readonly title: string;
  /** The text beneath the title; headings begin at level 2. */
  readonly blocks: readonly Block[];
  /** The same as Markdown. */
  readonly text: string;
  readonly steps: readonly StepReport[];
  /** The text as it was before empty parts were taken out and lines joined: what the check reads. */
  readonly unfinished: readonly Block[];
  /** Comments that were opened and never closed, by note. */
  readonly open: readonly (OpenComment & { readonly note: string })[];
}

type BlockStep = (blocks: readonly Block[]) => Stepped;

/**
 * Makes a post of sections of notes. Nothing is invented or rephrased: every word of the result stands in the notes,
 * in their order (only footnotes and link definitions move to the end).
 */
export const compose = (parts: readonly Part[], options: ComposeOptions = {}): Composed => {
  const on = (step: StepName): boolean => !(options.off ?? []).includes(step);
  const read = parts.map((part) => readPart(part, on));
  const run: Run = { parts: read.map(({ blocks }) => blocks), reports: [], on, trace: options.trace === true };

  step(run, "private", withoutPrivateSections, read);
  step(run, "times", withoutTimeBullets, read);
  const { title, bodies } = takeTitle(run.parts, parts, on("words"), options.title);
  run.parts = bodies;
  step(run, "outline", (blocks) => outlineToHeadings(blocks, moduleLines(parts)));
  step(run, "prose", bulletsToParagraphs);
  step(run, "words", withoutOutlineWords);
  const unfinished = run.parts.flat();
  step(run, "empty", withoutEmpties);
  step(run, "lines", joinLines);
  const taken = new Map<string, string>();
  run.parts = run.parts.map((blocks) => apartLinks(blocks, taken));
  // Levels and footnotes are matters of the whole post.
  const levels = on("levels") ? run.parts.map(shiftHeadings) : [];
  if (on("levels")) run.parts = levels.map(({ blocks }) => blocks);
  report(
    run,
    "levels",
    levels.flatMap(({ changes }) => changes),
  );
  const numbered = on("references") ? numberFootnotes(run.parts) : { blocks: run.parts.flat(), changes: [] };
  run.parts = [numbered.blocks];
  report(run, "references", numbered.changes);

  const open = read.flatMap((part, index) =>
    part.open.map((comment) => ({ ...comment, note: parts[index]?.note ?? "" })),
  );
  const order = (one: StepReport, other: StepReport) => stepNames.indexOf(one.step) - stepNames.indexOf(other.step);
  const blocks = numbered.blocks;
  return { title, blocks, text: writeBlocks(blocks), steps: run.reports.sort(order), unfinished, open };
};

interface Run {
  parts: readonly (readonly Block[])[];
  readonly reports: StepReport[];
  readonly on: (step: StepName) => boolean;
  readonly trace: boolean;
}

const moduleLines = (parts: readonly Part[]): ((place: Place) => boolean) => {
  const places = new Set<string>();
  for (const { note, outline } of parts) {
    const modules = (outline?.areas ?? []).flatMap(({ levels }) => levels.flatMap((level) => level.modules));
    for (const { line } of modules) places.add(`${line} ${note}`);
  }
  return ({ note, line }) => places.has(`${line} ${note}`);
};

const step = (run: Run, name: StepName, change: BlockStep, read: readonly PartBlocks[] = []): void => {
  const before = read.flatMap((part) => part.changes[name] ?? []);
  const done = run.on(name) ? run.parts.map(change) : [];
  if (run.on(name)) run.parts = done.map(({ blocks }) => blocks);
  report(run, name, [...before, ...done.flatMap(({ changes }) => changes)]);
};

const report = (run: Run, name: StepName, changes: readonly Change[]): void => {
  run.reports.push({ step: name, changes, ...(run.trace ? { after: writeBlocks(run.parts.flat()) } : {}) });
};

/**
 * The title of a post of one section is the section's heading, or the one heading right beneath it where the section
 * only names what it is ("Blog Post"). It leaves the body. In a post of several sections every heading stays.
 */
const takeTitle = (
  bodies: readonly (readonly Block[])[],
  parts: readonly Part[],
  clean: boolean,
  own: string | undefined,
): { title: string; bodies: readonly (readonly Block[])[] } => {
  const words = (heading: Heading) => plainText(clean ? cleanHeading(heading.text) : heading.text);
  const first = bodies[0]?.find((block): block is Heading => block.kind === "heading");
  if (bodies.length !== 1 || !bodies[0]) return { title: own ?? (first ? words(first) : ""), bodies };
  const blocks = bodies[0];
  if (!first || blocks[0] !== first) return { title: own ?? "", bodies };
  const only = onlyHeadingBeneath(blocks, parts[0]);
  if (only) return { title: own ?? words(only), bodies: [blocks.filter((block) => block !== first && block !== only)] };
  // "Beginner" is no title: the area above it is.
  const above = isLevelName(first.text) ? parts[0]?.section?.path.at(-2) : undefined;
  const title = own ?? (above === undefined ? words(first) : plainText(clean ? cleanHeading(above) : above));
  return { title, bodies: [blocks.slice(1)] };
};

const onlyHeadingBeneath = (blocks: readonly Block[], part: Part | undefined): Heading | null => {
  const [first, second] = blocks;
  if (first?.kind !== "heading" || second?.kind !== "heading" || second.level <= first.level) return null;
  if (isLevelName(second.text) || !namesItsKind(first, part)) return null;
  const beside = blocks.slice(2).some((block) => block.kind === "heading" && block.level <= second.level);
  return beside ? null : second;
};

/** Whether a heading says what its section is, not what it is about: "Blog Post", "Technical Report". */
const namesItsKind = ({ text, line }: Heading, part: Part | undefined): boolean =>
  part?.outline?.areas.some((area) => area.line === line && area.kind === "other") === true ||
  /^(?:(?:technical|final|project|my|blog)\s+)*(?:blog|post|report|draft|article|essay|write-?up)s?$/iu.test(
    plainText(cleanHeading(text)),
  );
