import { codeAt, isAsciiLetter, isDigit, isLetter, isSpace } from "./characters.ts";
import { type ClockLabel, clockAt, isLengthWord } from "./clock.ts";
import { durationAt, durationOpenings } from "./duration.ts";
import { mayHoldDuration } from "./signs.ts";
import { timeWordAt, timeWords } from "./time-words.ts";
import { WordLook } from "./word-look.ts";

/** A written duration and what it says; offsets in the text that was read. */
export interface PhraseTime {
  readonly kind: "planned" | "spent";
  readonly minutes: number;
  readonly from: number;
  readonly to: number;
}

/** A stretch of text that says nothing but a time: "took ~15 min", "Time: 1 hr", "planned 30 min, spent 45". */
export interface Phrase {
  readonly times: readonly PhraseTime[];
  /** Whether a word names the time, as "Time:" and "took" do. */
  readonly named: boolean;
  /** Whether it also says that the work is done. */
  readonly done: boolean;
}

/** Where the phrase stands, which decides what may follow the duration. */
export type Place = "line" | "parentheses" | "tail";

const date =
  /\d{1,4}(?:[/.-]\d{1,2}){1,2}(?:[/.-]\d{2,4})?(?!\d)(?!\s*(?:h|m|std|час|мин)\b)|\d{1,2}(?:st|nd|rd|th)\b|20\d\d\b/iy;
const month =
  /(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?(?![\p{L}])(?: \d{1,2}(?:st|nd|rd|th)?)?/iuy;

/** First letters of months and days of the week: a d f j m n o s t w. */
const mayBeDay = (code: number): boolean => code < 128 && "adfjmnostw".includes(String.fromCharCode(code | 32));

const days: ReadonlySet<string> = new Set(
  `jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december
  mon monday tue tuesday wed wednesday thu thursday fri friday sat saturday sun sunday`.split(/\s+/),
);

const openings = new WordLook([...timeWords, ...durationOpenings, ...days]);

/** Whether a phrase that says a time may stand between `from` and `to`, going by its first word or number. */
export const mayBePhrase = (text: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) {
    const code = codeAt(text, at);
    if (isDigit(code) || (code >= 0xbc && code <= 0xbe)) return true;
    if (!isAsciiLetter(code)) {
      if (code > 0xa9 && isLetter(code)) return true;
      continue;
    }
    if (!openings.mayStart(text, at)) return false;
    let end = at + 1;
    while (end < to && isAsciiLetter(codeAt(text, end))) end++;
    const next = end < to ? codeAt(text, end) : 32;
    if (next > 0xa9 || next === 39 || next === 45 || end - at > 24) return true;
    const word = text.slice(at, end).toLowerCase();
    return timeWords.has(word) || durationOpenings.has(word) || days.has(word);
  }
  return false;
};

/** Reads `text` as a phrase that says a time and nothing else; null where it says something else, or no time. */
export const timePhrase = (text: string, place: Place): Phrase | null => {
  if (text.length > 160 || !mayBePhrase(text, 0, text.length) || !mayHoldDuration(text)) return null;
  const times: { kind: "planned" | "spent"; minutes: number; from: number; to: number; bare: boolean }[] = [];
  let kind: "planned" | "spent" | null = null;
  let named = false;
  // What the words so far say of a number without a unit; null where they say nothing of it.
  let label: ClockLabel | null = null;
  let colon = false;
  let done = false;
  let afterMark = true;
  let slash = false;
  // Where a remark behind the time starts: "(10 min, watched twice)".
  let remark = -1;
  let at = 0;
  while (at < text.length) {
    const code = codeAt(text, at);
    const char = text[at] as string;
    const isNumber = isDigit(code) || (code >= 0xbc && code <= 0xbe);
    if (!isNumber && !isLetter(code)) {
      if (!isSpace(code)) {
        afterMark = true;
        if ((char === ":" || char === "：") && times.length === 0 && named) colon = true;
        if ((char === "," || char === ";") && times.length > 0 && remark < 0) remark = at;
        if ((char === "/" || char === "→") && times.length > 0) slash = true;
        if (code > 127 && /[✓✔✅☑]/u.test(char)) done = true;
      }
      at++;
      continue;
    }
    const duration = durationAt(text, at) ?? (label !== null && isNumber ? clockAt(text, at, label) : null);
    if (duration && (isNumber || !isLetter(codeAt(text, at - 1)))) {
      const last = times[times.length - 1];
      times.push({
        kind: kind ?? (slash && last?.bare ? "spent" : "planned"),
        minutes: duration.minutes,
        from: at,
        to: duration.to,
        bare: kind === null,
      });
      kind = null;
      slash = false;
      at = duration.to;
      afterMark = false;
      continue;
    }
    date.lastIndex = at;
    month.lastIndex = at;
    const day = isNumber ? date.exec(text) : mayBeDay(code) ? month.exec(text) : null;
    if (day) {
      if (times.length > 0 && afterMark && text.length - at <= 60) return finish(times, named, done);
      // What follows a day is a time of day.
      label = null;
      at += day[0].length;
      continue;
    }
    const word = timeWordAt(text, at);
    const free =
      times.length > 0 &&
      text.length - at <= 80 &&
      (colon ||
        (place === "parentheses" && afterMark && text.length - at <= 30) ||
        (place === "parentheses" && remark >= 0 && text.length - remark <= 40 && !mayHoldDuration(text.slice(remark))));
    if (!word || word.kind === null) return free ? finish(times, named, done) : null;
    const last = times[times.length - 1];
    if (word.kind === "done") {
      if (times.length === 0) {
        kind = "spent";
        named = true;
      } else {
        done = true;
        if (afterMark && text.length - at <= 60) return finish(times, named, done);
      }
    } else if (word.kind === "spent" || word.kind === "planned") {
      named = true;
      if (label !== "length") label = word.kind === "spent" ? "spent" : (label ?? "time");
      if (last?.bare && !afterMark && !/[,;/|]/.test(text.slice(last.to, at))) {
        last.kind = word.kind;
        last.bare = false;
      } else kind = word.kind;
    } else if (word.kind === "label") {
      named = true;
      label = isLengthWord(text.slice(at, word.to).toLowerCase()) ? "length" : (label ?? "time");
    }
    at = word.to;
    afterMark = false;
  }
  return finish(times, named, done);
};

/** Bare durations of one kind add up; what carries a word of its own stays apart. */
const finish = (times: readonly PhraseTime[], named: boolean, done: boolean): Phrase | null =>
  times.length === 0
    ? null
    : { times: times.map(({ kind, minutes, from, to }) => ({ kind, minutes, from, to })), named, done };
