import { isAsciiLetter } from "./characters.ts";

// Cheap looks at a line's characters, so that only the few lines that may matter are read with care.

/** First letters of units that may stand behind a number: h, m, s, o (ore), ч м с, and those of Chinese, Japanese and Korean. */
const isUnitStart = (code: number): boolean => {
  const lower = code | 32;
  if (lower === 104 || lower === 109 || lower === 115 || lower === 111) return true;
  return code > 0x400 && (code === 0x447 || code === 0x43c || code === 0x441 || code >= 0x4e00);
};

/** What an ASCII character may open: 1 a number, 2 a word for a unit (h, m, o, s), 0 neither. */
const looks = new Uint8Array(128);
for (let code = 48; code <= 57; code++) looks[code] = 1;
for (const letter of "hmosHMOS") looks[letter.charCodeAt(0)] = 2;

/** Whether the characters between `from` and `to` may hold a duration: a number with a unit, or a word for one. */
export const mayHoldDuration = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      const look = looks[code];
      if (look === 0) continue;
      if (look === 1) {
        let next = i + 1;
        while (next < to && next <= i + 2 && (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 45)) next++;
        if (next < to && isUnitStart(text.charCodeAt(next))) return true;
        continue;
      }
      // Only the start of a word is looked at.
      if (i > from && isAsciiLetter(text.charCodeAt(i - 1))) continue;
      const lower = code | 32;
      switch (lower) {
        case 104: // hour, half, heure, hora
          if (
            startsWord(text, i, "hour") ||
            startsWord(text, i, "half") ||
            startsWord(text, i, "heure") ||
            startsWord(text, i, "hora")
          )
            return true;
          break;
        case 109: // minute, mezza, media hora, meia hora
          if (startsWord(text, i, "minut") || startsWord(text, i, "mezz")) return true;
          break;
        case 115:
          if (startsWord(text, i, "stunde")) return true;
          break;
        case 111: // un'ora, due ore
          if (
            i > from &&
            !isAsciiLetter(text.charCodeAt(i - 1)) &&
            (startsWord(text, i, "ora") || startsWord(text, i, "ore")) &&
            !isAsciiLetter(text.charCodeAt(i + 3))
          )
            return true;
          break;
      }
      continue;
    }
    if (code === 0xbd || code === 0xbc || code === 0xbe) return true;
    if (code === 0x447 && text.charCodeAt(i + 1) === 0x430 && text.charCodeAt(i + 2) === 0x441) return true;
    if (code === 0x43c && text.charCodeAt(i + 1) === 0x438 && text.charCodeAt(i + 2) === 0x43d) return true;
    // 半 分 时 時 刻 분 시
    if (
      code === 0x534a ||
      code === 0x5206 ||
      code === 0x65f6 ||
      code === 0x6642 ||
      code === 0x523b ||
      code === 0xbd84 ||
      code === 0xc2dc
    )
      return true;
  }
  return false;
};

/** Whether the lower-case ASCII `word` stands at `at`, in any case. */
const startsWord = (text: string, at: number, word: string): boolean => {
  for (let i = 0; i < word.length; i++) if ((text.charCodeAt(at + i) | 32) !== word.charCodeAt(i)) return false;
  return true;
};

const levelStarts: ReadonlySet<string> = new Set(
  `beg int adv exp nov ele bri put tyi pul wra bas fou fun lev sta eas med har cap bon opt pre cha pro all
  anf ein for gru mit obe auf ver dé deb avan ini pri fác dif ava ess esp tod tou tut jun sem`.split(/\s+/),
);

/** Whether a short line may name a level, going by its first letters. */
export const mayNameLevel = (content: string): boolean => {
  let i = 0;
  for (; i < content.length; i++) {
    const code = content.charCodeAt(i);
    if (isAsciiLetter(code) || code > 0xbf) break;
  }
  if (i >= content.length) return false;
  if (content.charCodeAt(i) > 0x24f) return content.length - i <= 40;
  const start = content.slice(i, i + 3).toLowerCase();
  return (
    levelStarts.has(start) ||
    levelStarts.has(content.slice(i, i + 4).toLowerCase()) ||
    content.includes("eginne") ||
    content.includes("ntermed") ||
    content.includes("dvance") ||
    content.includes("evel ")
  );
};
