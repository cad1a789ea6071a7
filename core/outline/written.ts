import { codeAt, isAsciiLetter, isDigit, isLetter, isLetterOrNumber, isSpace } from "./characters.ts";
import { durationAt } from "./duration.ts";
import type { Inline } from "./inline.ts";
import { separatorsIn } from "./separator.ts";
import { durationSign, mayHoldDuration, signsOf } from "./signs.ts";
import { mayBePhrase, type Phrase, type PhraseTime, timePhrase } from "./time-phrase.ts";
import { binding, timeWordAt } from "./time-words.ts";

/** A line taken apart: what names it, and the times written on it. Offsets count in the line's plain text. */
export interface Split {
  readonly from: number;
  readonly to: number;
  /** Rest of the name behind a time in the middle, such as "(Round 2)"; empty where nothing is left. */
  readonly rest: string;
  readonly times: readonly PhraseTime[];
  readonly form: "parentheses" | "dash" | "end" | "front" | null;
  readonly done: boolean;
}

const closers: Readonly<Record<string, string>> = {
  ")": "(",
  "]": "[",
  "}": "{",
  "）": "（",
  "】": "【",
  ">": "<",
  "」": "「",
};
const openers: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "「": "」" };
const addressOnly = /^\s*(?:<?(?:https?:\/\/|www\.|\.{0,2}\/|#)\S*>?|\S+\.md)\s*$/i;
const trailing = /[\s.,;:!·…✓✔✅☑*_-]/u;

const shift = (phrase: Phrase, by: number): PhraseTime[] =>
  phrase.times.map((time) => ({ ...time, from: time.from + by, to: time.to + by }));

const openOf = (text: string, close: number): number => {
  const closer = text[close] as string;
  const opener = closers[closer];
  let depth = 0;
  for (let i = close; i >= 0; i--) {
    if (text[i] === closer) depth++;
    else if (text[i] === opener && --depth === 0) return i;
  }
  return -1;
};

const isBracket = (code: number): boolean =>
  code === 40 || code === 91 || code === 123 || code === 0xff08 || code === 0x3010 || code === 0x300c;

const trimEnd = (text: string, from: number, to: number): number => {
  let end = to;
  while (end > from) {
    const code = codeAt(text, end - 1);
    if (isAsciiLetter(code) || isDigit(code) || (code !== 32 && !trailing.test(text[end - 1] as string))) break;
    end--;
  }
  return end;
};

/** A time at the end of a line: where the name ends, and where the phrase starts. */
interface Tail {
  readonly cut: number;
  readonly at: number;
  readonly phrase: Phrase;
}

/** Where a time at the end, set off by a mark or an edge of emphasis, starts; the earliest cut wins. */
const tailCut = (text: string, end: number, edges: readonly number[]): Tail | null => {
  const low = Math.max(0, end - 110);
  const cuts = separatorsIn(text, low, end).filter(({ at }) => mayBePhrase(text, at, end));
  let cutAtEdge = false;
  for (const edge of edges) {
    if (edge <= low || edge >= end || !mayBePhrase(text, edge, end)) continue;
    cuts.push({ cut: edge, at: edge });
    cutAtEdge = true;
  }
  if (cutAtEdge) cuts.sort((a, b) => a.cut - b.cut);
  for (const { cut, at } of cuts) {
    if (at >= end) continue;
    const phrase = timePhrase(text.slice(at, end), "tail");
    if (phrase) return { cut, phrase, at };
  }
  return null;
};

/** The last word before `at`, in lower case; empty where a number or nothing stands there. */
const wordBefore = (text: string, at: number): string => {
  let to = at;
  while (to > 0 && !isLetterOrNumber(codeAt(text, to - 1))) to--;
  let from = to;
  while (from > 0 && (isLetter(codeAt(text, from - 1)) || isApostrophe(codeAt(text, from - 1)))) from--;
  return text.slice(from, to).toLowerCase();
};

const approximate = "~≈≃∼<>";
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

/** A time at the end without any mark: "Why queues 10 min", but not "Queues in 10 min". */
const bareTail = (text: string, end: number): Tail | null => {
  const low = Math.max(0, end - 60);
  for (let at = low; at < end; at++) {
    const before = at > 0 ? codeAt(text, at - 1) : 32;
    if (before !== 32 && before !== 41 && before !== 9 && before < 0x3000) continue;
    if (!mayBePhrase(text, at, end)) continue;
    const word = timeWordAt(text, at);
    const starts =
      approximate.includes(text.charAt(at)) ||
      word?.kind === "spent" ||
      word?.kind === "planned" ||
      word?.kind === "label" ||
      (word?.kind === "filler" &&
        /^(?:about|around|approx|ca|circa|etwa|environ|约|約|大约|약|около|примерно)/i.test(text.slice(at))) ||
      durationAt(text, at) !== null;
    if (!starts) continue;
    if (binding.has(wordBefore(text, at))) continue;
    const phrase = timePhrase(text.slice(at, end), "tail");
    if (phrase) return { cut: at, phrase, at };
  }
  return null;
};

/** A time in brackets, or between two dashes, before the end of the line. */
const inside = (text: string): { from: number; to: number; phrase: Phrase; at: number; brackets: boolean } | null => {
  for (let i = 0; i < text.length; i++) {
    const close = isBracket(codeAt(text, i)) ? openers[text[i] as string] : undefined;
    if (close !== undefined) {
      const end = text.indexOf(close, i);
      if (end < 0) continue;
      const phrase = timePhrase(text.slice(i + 1, end), "parentheses");
      if (phrase) return { from: i, to: end + 1, phrase, at: i + 1, brackets: true };
    }
  }
  if (!/[-–—]/.test(text)) return null;
  const dashed = /\s[-–—]+\s*([^-–—]{3,40}?)\s*(?:\s[-–—]+\s|[.;|]\s)/g;
  for (let found = dashed.exec(text); found; found = dashed.exec(text)) {
    const at = found.index + found[0].indexOf(found[1] as string);
    const phrase = timePhrase(found[1] as string, "tail");
    if (phrase) return { from: found.index, to: found.index + found[0].length, phrase, at, brackets: false };
    dashed.lastIndex = found.index + 2;
  }
  return null;
};

const front = (text: string): { to: number; phrase: Phrase; at: number } | null => {
  let lead = 0;
  while (isSpace(codeAt(text, lead))) lead++;
  const close = isBracket(codeAt(text, lead)) ? openers[text[lead] as string] : undefined;
  if (close !== undefined) {
    const end = text.indexOf(close, lead);
    const phrase = end < 0 ? null : timePhrase(text.slice(lead + 1, end), "parentheses");
    return phrase ? { to: end + 1, phrase, at: lead + 1 } : null;
  }
  const duration = durationAt(text, lead);
  if (!duration) return null;
  const mark = /^\s*(?:[-–—:|]|：)\s*/.exec(text.slice(duration.to));
  const phrase = mark ? timePhrase(text.slice(lead, duration.to), "tail") : null;
  return mark && phrase ? { to: duration.to + mark[0].length, phrase, at: lead } : null;
};

/**
 * Takes the written times off a line. What is left names the module, level or area. `mayHold` false says that no duration
 * stands in the line; `sure` that the line was looked at as it stands, without marks.
 */
export const splitTimes = (line: Inline, mayHold = true, sure = false): Split => {
  const text = line.plain;
  let end = trimEnd(text, 0, text.length);
  const times: PhraseTime[] = [];
  let form: Split["form"] = null;
  let done = false;
  const holds = mayHold && (sure || mayHoldDuration(text));
  const whole = holds && mayBePhrase(text, 0, end) ? timePhrase(text.slice(0, end), "line") : null;
  if (whole && (whole.named || /^[^\p{L}]*$/u.test(text.slice(0, whole.times[0]?.from)))) {
    return { from: 0, to: 0, rest: "", times: whole.times, form: null, done: whole.done || done };
  }
  for (let turn = 0; turn < 4 && end > 0; turn++) {
    const last = codeAt(text, end - 1);
    if (
      (last === 41 || last === 93 || last === 125 || last === 62 || last > 0x3000) &&
      closers[text[end - 1] as string]
    ) {
      const open = openOf(text, end - 1);
      const content = open < 0 ? "" : text.slice(open + 1, end - 1);
      const phrase = open < 0 || !holds ? null : timePhrase(content, "parentheses");
      if (open >= 0 && (phrase || content.trim() === "" || addressOnly.test(content))) {
        if (phrase) {
          times.unshift(...shift(phrase, open + 1));
          form ??= "parentheses";
          done ||= phrase.done;
        }
        end = trimEnd(text, 0, open);
        continue;
      }
    }
    if (!holds) break;
    if ((turn > 0 || end > 70) && (signsOf(text, Math.max(0, end - 70), end) & durationSign) === 0) break;
    const found = tailCut(text, end, line.edges);
    if (found) {
      times.unshift(...shift(found.phrase, found.at));
      form ??= "dash";
      done ||= found.phrase.done;
      end = trimEnd(text, 0, found.cut);
      continue;
    }
    const bare = times.length === 0 ? bareTail(text, end) : null;
    if (bare) {
      times.unshift(...shift(bare.phrase, bare.at));
      form ??= "end";
      done ||= bare.phrase.done;
      end = trimEnd(text, 0, bare.cut);
    }
    break;
  }
  let from = 0;
  let rest = "";
  if (holds && times.length === 0) {
    const first = front(text);
    if (first && first.to < end) {
      times.push(...shift(first.phrase, first.at));
      form = "front";
      from = first.to;
    } else {
      const middle = inside(text.slice(0, end));
      if (middle && middle.from > 0) {
        times.push(...shift(middle.phrase, middle.at));
        form = middle.brackets ? "parentheses" : "dash";
        const after = text.slice(middle.to, end).trim();
        rest = /^[([]/.test(after) && after.length < 40 ? after : "";
        end = trimEnd(text, 0, middle.from);
      }
    }
  }
  while (from < end && isSpace(codeAt(text, from))) from++;
  return { from, to: end, rest, times, form, done };
};
