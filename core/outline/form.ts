import type { Candidate } from "./candidate.ts";
import type { Facts } from "./facts.ts";
import type { ModuleForm } from "./notation.ts";

const lower = /^\p{Ll}/u;

/** The way in which modules are written: their key, and where only some lines of that key are modules, their dress. */
export interface Form {
  readonly key: string;
  /** Dresses that count; null where all do. */
  readonly styles: ReadonlySet<string> | null;
  /** Whether only lines that speak for themselves count, since the key is shared with notes. */
  readonly strict: boolean;
  /** Whether every sure module starts with a capital, so that what does not is none. */
  readonly capital: boolean;
  /** 0 to 1. */
  readonly confidence: number;
}

interface Tally {
  readonly key: string;
  readonly members: number[];
  strong: number;
  sum: number;
}

const tally = (facts: Facts, from: number, to: number): Tally[] => {
  const classes = new Map<string, Tally>();
  for (let i = from; i < to; i++) {
    const candidate = facts.all[i] as Candidate;
    if (!facts.counts(i) || i === facts.title || (candidate.rank < 10 && facts.barred(i))) continue;
    let entry = classes.get(candidate.key);
    if (!entry) {
      entry = { key: candidate.key, members: [], strong: 0, sum: 0 };
      classes.set(candidate.key, entry);
    }
    entry.members.push(i);
    const weight = facts.weight(i);
    if (weight >= 1.2) entry.strong++;
    entry.sum += weight;
  }
  return [...classes.values()];
};

const score = (entry: Tally): number => entry.sum * Math.sqrt(entry.strong / entry.members.length);

const rankOf = (facts: Facts, entry: Tally): number => (facts.all[entry.members[0] as number] as Candidate).rank;

/** Which lines of a key are modules, told from how the sure ones are dressed. */
const refine = (facts: Facts, entry: Tally, confidence: number): Form => {
  const sure = entry.members.filter((index) => facts.weight(index) >= 2);
  const rest = entry.members.filter((index) => facts.weight(index) < 2);
  const styles = new Set(sure.map((index) => (facts.all[index] as Candidate).reading.style));
  const strange = rest.filter((index) => !styles.has((facts.all[index] as Candidate).reading.style));
  const dressed = sure.length >= 2 && strange.length > 0 && styles.size <= 3;
  const capital = sure.length >= 2 && sure.every((index) => !lower.test((facts.all[index] as Candidate).reading.title));
  const left = dressed ? rest.length - strange.length : rest.length;
  return {
    key: entry.key,
    styles: dressed ? styles : null,
    strict: sure.length >= 2 && left > sure.length,
    capital,
    confidence,
  };
};

/** Without times, kinds or links: what opens the sections, and looks like a name. */
const byStructure = (facts: Facts, from: number, to: number, classes: readonly Tally[]): Form | null => {
  const { all, areaDepth } = facts;
  const sectionsInLevels = facts.level.slice(from, to).some(Boolean);
  const headings = classes
    .filter((entry) => rankOf(facts, entry) < 10 && rankOf(facts, entry) > areaDepth && areaDepth > 0)
    .sort((a, b) => rankOf(facts, a) - rankOf(facts, b));
  const heading = headings[0];
  if (heading && (!sectionsInLevels || heading.members.length > 1))
    return { key: heading.key, styles: null, strict: false, capital: false, confidence: 0.5 };
  let best: Tally | null = null;
  let most = 0;
  for (const entry of classes) {
    if (rankOf(facts, entry) < 10) continue;
    let points = 0;
    for (const index of entry.members) {
      const candidate = all[index] as Candidate;
      const before = all[index - 1];
      const opens = before === undefined || before.rank < 10 || facts.level[index - 1];
      if (candidate.reading.sentence) points -= 1;
      else if (candidate.reading.title.length <= 80) points += 0.5;
      if (opens && !candidate.reading.sentence) points += 3;
    }
    const share = points / Math.sqrt(entry.members.length);
    if (points > 0 && share > most) {
      most = share;
      best = entry;
    }
  }
  return best ? { key: best.key, styles: null, strict: false, capital: false, confidence: 0.4 } : null;
};

/** Chooses the form of the modules among the candidates from `from` to `to`; null where nothing stands out. */
export const formOf = (facts: Facts, from = 0, to: number = facts.all.length): Form | null => {
  const classes = tally(facts, from, to);
  let best: Tally | null = null;
  let sum = 0;
  for (const entry of classes) {
    sum += score(entry);
    if (
      !best ||
      score(entry) > score(best) ||
      (score(entry) === score(best) && rankOf(facts, entry) < rankOf(facts, best))
    )
      best = entry;
  }
  if (best && best.strong > 0 && best.sum / best.members.length >= 0.4) {
    return refine(facts, best, Math.min(0.99, (score(best) / sum) * (0.5 + 0.5 * (best.strong / best.members.length))));
  }
  return byStructure(facts, from, to, classes);
};

/** The form that a person chose, where the note has lines of it: of several keys the one with most to say for it. */
export const chosenForm = (
  facts: Facts,
  wanted: { readonly form: ModuleForm; readonly depth: number | null },
): Form | null => {
  const fitting = tally(facts, 0, facts.all.length).filter((entry) => {
    const candidate = facts.all[entry.members[0] as number] as Candidate;
    if (wanted.depth !== null && depthOf(candidate) !== wanted.depth) return false;
    return entry.members.some((index) => (facts.all[index] as Candidate).form === wanted.form);
  });
  const best = fitting.sort((a, b) => score(b) - score(a) || rankOf(facts, a) - rankOf(facts, b))[0];
  if (!best) return null;
  return best.strong > 0
    ? refine(facts, best, 1)
    : { key: best.key, styles: null, strict: false, capital: false, confidence: 1 };
};

/** Depth of a heading or list item; 0 for other forms. */
export const depthOf = ({ rank }: Candidate): number => (rank < 10 ? rank : rank >= 20 ? ((rank - 20) % 20) + 1 : 0);

/** Whether candidate `index` is a module of the form. */
export const fits = (facts: Facts, form: Form, index: number): boolean => {
  const candidate = facts.all[index] as Candidate;
  if (candidate.key !== form.key || facts.barred(index) || facts.level[index]) return false;
  const weight = facts.weight(index);
  if (weight >= 2) return true;
  if (form.styles && !form.styles.has(candidate.reading.style)) return false;
  if (
    form.capital &&
    (lower.test(candidate.reading.title) || (candidate.reading.sentence && !candidate.reading.linked))
  )
    return false;
  return !form.strict;
};
