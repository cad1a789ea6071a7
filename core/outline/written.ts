import { isAsciiLetter, isDigit } from "./characters.ts";
import { durationAt } from "./duration.ts";
import { mayHoldDuration } from "./hints.ts";
import type { Inline } from "./inline.ts";
import { type Phrase, type PhraseTime, timePhrase } from "./time-phrase.ts";
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
const separator = /\s*(?:[-–—―]+>?|:|：|,|，|\||…|\.{2,}|=+>|→|@|;|·|•|\/\/?|\t|\s{2,}|\(|（)\s*/g;
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

const trimEnd = (text: string, from: number, to: number): number => {
  let end = to;
  while (end > from) {
    const code = text.charCodeAt(end - 1);
    if (isAsciiLetter(code) || isDigit(code) || (code !== 32 && !trailing.test(text[end - 1] as string))) break;
    end--;
  }
  return end;
};

/** Where a time at the end, set off by a mark or an edge of emphasis, starts; the earliest cut wins. */
const tailCut = (
  text: string,
  end: number,
  edges: readonly number[],
): { cut: number; phrase: Phrase; at: number } | null => {
  const low = Math.max(0, end - 110);
  const cuts: { cut: number; at: number }[] = [];
  separator.lastIndex = low;
  for (let found = separator.exec(text); found && found.index < end; found = separator.exec(text)) {
    const at = found.index + found[0].length;
    const tight = found[0].length === 1 && /[-–—:/]/.test(found[0]);
    if (!(tight && /\d/.test(text[found.index - 1] ?? "") && /\d/.test(text[at] ?? "")))
      cuts.push({ cut: found.index, at });
    separator.lastIndex = found[0].length > 1 ? at : at;
    if (found[0].length === 0) separator.lastIndex++;
  }
  for (const edge of edges) if (edge > low && edge < end) cuts.push({ cut: edge, at: edge });
  cuts.sort((a, b) => a.cut - b.cut);
  for (const { cut, at } of cuts) {
    if (at >= end) continue;
    const phrase = timePhrase(text.slice(at, end), "tail");
    if (phrase) return { cut, phrase, at };
  }
  return null;
};

/** A time at the end without any mark: "Why queues 10 min", but not "Queues in 10 min". */
const bareTail = (text: string, end: number): { cut: number; phrase: Phrase; at: number } | null => {
  const low = Math.max(0, end - 60);
  for (let at = low; at < end; at++) {
    const before = at > 0 ? text.charCodeAt(at - 1) : 32;
    if (before !== 32 && before !== 41 && before !== 9 && before < 0x3000) continue;
    const word = timeWordAt(text, at);
    const starts =
      /[~≈≃∼<>]/.test(text[at] ?? "") ||
      word?.kind === "spent" ||
      word?.kind === "planned" ||
      word?.kind === "label" ||
      (word?.kind === "filler" &&
        /^(?:about|around|approx|ca|circa|etwa|environ|约|約|大约|약|около|примерно)/i.test(text.slice(at))) ||
      durationAt(text, at) !== null;
    if (!starts) continue;
    const last = /([\p{L}\p{M}'’]+)[^\p{L}\p{N}]*$/u.exec(text.slice(0, at))?.[1]?.toLowerCase();
    if (last !== undefined && binding.has(last)) continue;
    const phrase = timePhrase(text.slice(at, end), "tail");
    if (phrase) return { cut: at, phrase, at };
  }
  return null;
};

/** A time in brackets, or between two dashes, before the end of the line. */
const inside = (text: string): { from: number; to: number; phrase: Phrase; at: number; brackets: boolean } | null => {
  for (let i = 0; i < text.length; i++) {
    const close = openers[text[i] as string];
    if (close !== undefined) {
      const end = text.indexOf(close, i);
      if (end < 0) continue;
      const phrase = timePhrase(text.slice(i + 1, end), "parentheses");
      if (phrase) return { from: i, to: end + 1, phrase, at: i + 1, brackets: true };
    }
  }
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
  const lead = /^\s*/.exec(text)?.[0].length ?? 0;
  const close = openers[text[lead] ?? ""];
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

/** Takes the written times off a line. What is left names the module, level or area. */
export const splitTimes = (line: Inline, mayHold = true): Split => {
  const text = line.plain;
  let end = trimEnd(text, 0, text.length);
  const times: PhraseTime[] = [];
  let form: Split["form"] = null;
  let done = false;
  const holds = mayHold && mayHoldDuration(text, 0, text.length);
  const whole = holds ? timePhrase(text.slice(0, end), "line") : null;
  if (whole && (whole.named || /^[^\p{L}]*$/u.test(text.slice(0, whole.times[0]?.from)))) {
    return { from: 0, to: 0, rest: "", times: whole.times, form: null, done: whole.done || done };
  }
  for (let turn = 0; turn < 4 && end > 0; turn++) {
    const last = text[end - 1] as string;
    if (closers[last] !== undefined) {
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
    if (!mayHoldDuration(text, Math.max(0, end - 70), end)) break;
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
  while (from < end && /\s/.test(text[from] as string)) from++;
  return { from, to: end, rest, times, form, done };
};
