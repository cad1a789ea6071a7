import { codeAt, isAsciiLetter, isDigit } from "./characters.ts";
import type { Span } from "./tree.ts";
import { WordLook } from "./word-look.ts";

/** A duration as it stands in a text. */
export interface Duration extends Span {
  /** Whole minutes; of a range the middle, rounded up; at least 1 for what is shorter. */
  readonly minutes: number;
}

const words: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  "twenty-five": 25,
  "twenty five": 25,
  thirty: 30,
  "thirty-five": 35,
  forty: 40,
  "forty-five": 45,
  "forty five": 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  "a couple of": 2,
  ein: 1,
  eine: 1,
  einer: 1,
  einen: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  zehn: 10,
  fünfzehn: 15,
  zwanzig: 20,
  dreißig: 30,
  vierzig: 40,
  fünfundvierzig: 45,
  anderthalb: 1.5,
  eineinhalb: 1.5,
  zweieinhalb: 2.5,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  dix: 10,
  quinze: 15,
  vingt: 20,
  trente: 30,
  quarante: 40,
  una: 1,
  uno: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  diez: 10,
  veinte: 20,
  treinta: 30,
  cuarenta: 40,
  um: 1,
  uma: 1,
  dois: 2,
  duas: 2,
  três: 3,
  quatro: 4,
  dez: 10,
  vinte: 20,
  trinta: 30,
  quarenta: 40,
  due: 2,
  tre: 3,
  quattro: 4,
  cinque: 5,
  dieci: 10,
  quindici: 15,
  venti: 20,
  trenta: 30,
  quaranta: 40,
  один: 1,
  одна: 1,
  одну: 1,
  два: 2,
  две: 2,
  три: 3,
  четыре: 4,
  пять: 5,
  десять: 10,
  пятнадцать: 15,
  двадцать: 20,
  тридцать: 30,
  сорок: 40,
  полтора: 1.5,
  한: 1,
  두: 2,
  세: 3,
  네: 4,
  다섯: 5,
  여섯: 6,
  열: 10,
};

// Whole phrases for which amount and unit are one; minutes.
const phrases: ReadonlyArray<readonly [string, number]> = [
  [
    "(?:an|one|1) hour and a half|hour and a half|one and a half hours?|1 and a half hours?|eine? ?und ?eine? ?halbe? stunden?",
    90,
  ],
  [
    "two and a half hours|2 and a half hours|deux heures et demie|dos horas y media|duas horas e meia|due ore e mezz[ao]|два с половиной часа",
    150,
  ],
  [
    "(?:une |1 )?heure et demie|(?:una |1 )?hora y media|(?:uma |1 )?hora e meia|(?:un['’] ?|1 )?ora e mezz[ao]|полтора часа|полтора часов",
    90,
  ],
  [
    "half[ -]an[ -]hour|a half[ -]hour|half[ -]hour|1/2 hour|(?:eine )?halbe stunde|(?:une )?demi[ -]?heure|(?:una )?media hora|meia[ -]hora|mezz['’] ?ora|mezza ora|полчаса|半个?小时|半個?小時|半時間|반시간|반 시간",
    30,
  ],
  [
    "three[ -]quarters? of an hour|(?:eine )?dreiviertelstunde|trois quarts d['’]heure|tres cuartos de hora|tre quarti d['’]ora|三刻钟",
    45,
  ],
  [
    "(?:a )?quarter (?:of an )?hour|(?:eine )?viertelstunde|(?:un )?quart d['’]heure|(?:un )?cuarto de hora|(?:um )?quarto de hora|(?:un )?quarto d['’]ora|четверть часа|一刻钟",
    15,
  ],
  ["an hour|полдня", 60],
];

const hours =
  "hours?|hrs?|hr|h|std|stdn|stunden?|heures?|horas?|ore|ora|час(?:а|ов)?|ч|个半?小时|個半?小時|小时|小時|钟头|鐘頭|時間|시간";
const minutes = "minutes?|mins?|minuten?|minutos?|minut[oi]|mn|m|минут[аыу]?|мин|分钟|分鐘|分間|分|분";
const seconds = "seconds?|secs?|s|sekunden?|sek|secondes?|segundos?|second[oi]|секунд[аыу]?|сек|秒|초";

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const wordList = Object.keys(words)
  .sort((a, b) => b.length - a.length)
  .map(literal)
  .join("|");
const edge = "(?![\\p{L}\\p{M}])";

const phrase = new RegExp(phrases.map(([source]) => `(${source})`).join("|"), "iuy");
const number = new RegExp(
  `(\\d{1,4}(?:[.,]\\d{1,2})?)(?: ?([½¼¾]))?|([½¼¾])|([〇零一二两兩三四五六七八九十]+(?=[个個小時时分钟鐘刻])|(?:${wordList})(?![\\p{L}\\p{M}\\p{N}'’])|un['’])`,
  "iuy",
);
const range = /\s*(?:-|–|—|~|〜|～|to|bis|à|a|até|до|或|or|到|至|から)\s*/iuy;
const hourUnit = new RegExp(`[\\s-]{0,2}(?:${hours})(?:${edge}|(?=[一-鿿가-힣]))\\.?`, "iuy");
const minuteUnit = new RegExp(`[\\s-]{0,2}(?:${minutes})(?:${edge}|(?=[ぁ-んァ-ヶ가-힣]))\\.?`, "iuy");
const secondUnit = new RegExp(`[\\s-]{0,2}(?:${seconds})${edge}\\.?`, "iuy");
const joint = /\s*(?:,|and|&|und|et|y|e|и|又)?\s*/iuy;
const clock = new RegExp(`(\\d{1,2}):(\\d{2})(?::\\d{2})?\\s*(?:${hours})${edge}\\.?`, "iuy");
const half = /\s*(?:and a half|半|반)/iuy;

const fractions: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75 };
const digits = "〇一二三四五六七八九";

const chineseNumber = (text: string): number => {
  const plain = text.replace(/[两兩]/g, "二").replace(/零/g, "〇");
  const [tens, ones] = plain.includes("十") ? plain.split("十") : [null, plain];
  const one = ones ? digits.indexOf(ones) : 0;
  return tens === null || tens === undefined ? one : (tens === "" ? 1 : digits.indexOf(tens)) * 10 + one;
};

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const amount = (text: string, at: number): { value: number; to: number; digits: boolean } | null => {
  const found = match(number, text, at);
  if (!found) return null;
  const [whole, plain, added, fraction, word] = found;
  const to = at + whole.length;
  if (plain !== undefined) {
    if (text[to] === "/" && plain === "1" && /^\/[24](?!\d)/.test(text.slice(to, to + 3))) {
      return { value: 1 / Number(text[to + 1]), to: to + 2, digits: true };
    }
    return { value: Number(plain.replace(",", ".")) + (added ? (fractions[added] ?? 0) : 0), to, digits: true };
  }
  if (fraction !== undefined) return { value: fractions[fraction] ?? 0, to, digits: true };
  const known = words[(word ?? "").toLowerCase()];
  if (known === undefined && /^un['’]$/i.test(word ?? "")) return { value: 1, to, digits: false };
  return { value: known ?? chineseNumber(word ?? ""), to, digits: false };
};

/** Minutes a unit at `at` stands for, and where it ends. A lone letter counts only straight after digits. */
const unit = (
  text: string,
  at: number,
  afterDigits: boolean,
): { factor: number; to: number; halfInside: boolean } | null => {
  for (const [pattern, factor] of [
    [hourUnit, 60],
    [minuteUnit, 1],
    [secondUnit, 1 / 60],
  ] as const) {
    const found = match(pattern, text, at)?.[0];
    if (found === undefined) continue;
    if (!afterDigits && /^[\s-]*[a-zч]\.?$/iu.test(found)) continue;
    return { factor, to: at + found.length, halfInside: found.includes("半") };
  }
  return null;
};

const plainUnits: ReadonlyMap<string, number> = new Map([
  ...["h", "hr", "hrs", "hour", "hours"].map((word): [string, number] => [word, 60]),
  ...["m", "min", "mins", "minute", "minutes"].map((word): [string, number] => [word, 1]),
]);

/** First words of durations in words, of every language that is read; other words can't start one. */
export const durationOpenings: ReadonlySet<string> = new Set(
  `${Object.keys(words).join(" ")} half quarter three hour demi quart mezz trois hora ora heure media mezza meia
  halbe dreiviertelstunde viertelstunde cuarto quarto tre tres demie полчаса четверть два полдня`
    .split(/\s+/)
    .map((word) => word.replace(/['’-].*$/, "")),
);

const openingLook = new WordLook(durationOpenings);

/** The usual case, "45 min" or "2 hours" and nothing of a duration behind it; null leaves it to the thorough reading. */
const plainDuration = (text: string, at: number): Duration | null => {
  let value = 0;
  let i = at;
  for (; i < at + 4 && isDigit(codeAt(text, i)); i++) value = value * 10 + codeAt(text, i) - 48;
  if (codeAt(text, i) === 32) i++;
  let to = i;
  while (to < i + 8 && isAsciiLetter(codeAt(text, to))) to++;
  const factor = plainUnits.get(text.slice(i, to).toLowerCase());
  if (factor === undefined || value === 0) return null;
  const after = codeAt(text, to);
  const ends = to >= text.length || after === 41 || after === 93 || after === 42 || after === 95;
  return ends ? { minutes: value * factor, from: at, to } : null;
};

/** Whether no duration can start with the word at `at`. */
const startsNone = (text: string, at: number): boolean => {
  if (!openingLook.mayStart(text, at)) return isAsciiLetter(codeAt(text, at));
  let to = at;
  while (isAsciiLetter(codeAt(text, to))) to++;
  if (to === at) return false;
  const next = codeAt(text, to);
  if (next > 0xbf && next < 0x2000) return false;
  return !durationOpenings.has(text.slice(at, to).toLowerCase());
};

/**
 * Reads the duration that starts at `at`: "45 min", "1h30", "1.5 h", "1 hr 30 min", "half an hour", "one hour",
 * "10-15 min", "1小时30分钟", "2 Std.", "une heure et demie". Null where none starts there.
 */
export const durationAt = (text: string, at: number): Duration | null => {
  const before = at > 0 ? codeAt(text, at - 1) : 32;
  if (isDigit(before) || before === 46) return null;
  const starts = isDigit(codeAt(text, at));
  const plain = starts ? plainDuration(text, at) : null;
  if (plain) return plain;
  if (!starts && startsNone(text, at)) return null;
  const whole = starts && !/half|hour|heure|hora|ora/i.test(text) ? null : match(phrase, text, at);
  if (whole) {
    const to = at + whole[0].length;
    const index = whole.slice(1).findIndex((group) => group !== undefined);
    if (!/^[\p{L}\p{N}]/u.test(text.slice(to, to + 1)) || /[一-鿿]$/.test(whole[0])) {
      return { minutes: phrases[index]?.[1] ?? 0, from: at, to };
    }
  }
  const timed = match(clock, text, at);
  if (timed) return { minutes: Number(timed[1]) * 60 + Number(timed[2]), from: at, to: at + timed[0].length };
  const first = amount(text, at);
  if (!first) return null;
  let low = first;
  let high = first;
  let found = unit(text, first.to, first.digits);
  let lowFactor = found?.factor;
  const gap = match(range, text, found?.to ?? first.to);
  if (gap) {
    const second = amount(text, (found?.to ?? first.to) + gap[0].length);
    const after = second ? unit(text, second.to, second.digits) : null;
    // "Part one - 10 min" holds no range: what counts on in digits starts with digits.
    const mixed = second?.digits === true && !first.digits && found === null && /[-–—]/.test(gap[0]);
    if (second && after && !mixed && !(found && !/^\s*(?:[-–—~〜～]|to|bis|à|до|到|至)/iu.test(gap[0]))) {
      high = second;
      lowFactor = found?.factor ?? after.factor;
      found = after;
    }
  }
  if (!found) return null;
  let total =
    low === high ? low.value * found.factor : (low.value * (lowFactor ?? found.factor) + high.value * found.factor) / 2;
  let to = found.to;
  if (found.halfInside) total += 30;
  if (found.factor === 60 && low === high) {
    const more = match(half, text, to);
    if (more) {
      total += 30;
      to += more[0].length;
    } else {
      const tight = amount(text, to);
      const link = match(joint, text, to)?.[0] ?? "";
      const second = tight?.digits ? tight : amount(text, to + link.length);
      const rest = second ? match(minuteUnit, text, second.to) : null;
      if (second && rest && !(second.to === to)) {
        total += second.value;
        to = second.to + rest[0].length;
      } else {
        const bare = /^ ?(\d{2})(?![\d:.,]|\s*[\p{L}%])/u.exec(text.slice(to, to + 8));
        if (bare) {
          total += Number(bare[1]);
          to += bare[0].length;
        }
      }
    }
  }
  if (found.factor === 1) {
    const link = match(joint, text, to)?.[0] ?? "";
    const second = amount(text, to + link.length);
    const rest = second?.digits ? match(secondUnit, text, second.to) : null;
    if (second && rest) to = second.to + rest[0].length;
  }
  if (!(total > 0) || total > 60_000) return null;
  low = first;
  return { minutes: Math.max(1, low === high ? Math.round(total) : Math.ceil(total)), from: at, to };
};
