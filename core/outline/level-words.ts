import { codeAt, isAscii, isAsciiLetter, isDigit } from "./characters.ts";
import { WordLook } from "./word-look.ts";

// Words that name a step of mastery, by language. A heading made of these (and of fillers) is a level.
const steps = `
  beginner beginners beginning elementary novice introductory intermediate advance advanced expert experts
  anfänger anfangs einsteiger einstieg grundstufe mittelstufe oberstufe fortgeschritten fortgeschrittene fortgeschrittener fortgeschrittenen experten aufbau vertiefung
  débutant débutants debutant intermédiaire intermediaire avancé avance avancés experts
  principiante principiantes intermedio avanzado experto expertos
  iniciante iniciantes intermediário intermediario avançado avancado especialista
  principianti intermedio avanzato esperto
  начальный начинающий начинающих базовые средний продвинутый продвинутые экспертный лёгкий сложный новичок новички
  初级 初級 初学 初學 入门 入門 基础 基礎 中级 中級 高级 高級 上級 进阶 進階 応用 初心者 中級者 上級者 专家
  초급 입문 기초 중급 고급 심화 초보`;

// These name a level only where they stand alone or beside a word such as "level": "Introduction to queues" is a module.
const weakSteps = `
  basic basics starter intro introduction foundation foundations foundational fundamentals fundamental professional pro easy medium hard difficult
  capstone bonus optional prerequisite prerequisites challenge grundlagen basis leicht mittel schwer facile difficile básico basico inicial base
  основы базовый 基础 基礎 入门 入門 기초 입문`;

const fillers = `
  level levels course courses section sections part stage stages track tracks step phase tier tutorial tutorials lab labs video videos link links module modules
  topic topics material materials notes content contents training class lesson lessons learning path and for the of to a in with mastery round tasks exercises work stuff things studies
  stufe niveau kurs kurse teil für und der die das module inhalte themen niveaus cours partie pour les le la et des modules
  nivel curso cursos parte para los las el y e de módulos módulo nível níveis niveles aulas
  livello livelli corso corsi per i gli moduli
  уровень уровня курс курсы для часть модули темы и
  级 級 级别 等级 水平 阶段 课程 部分 的 レベル コース 編 者 向け 수준 레벨 과정 단계 편`;

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ""));
const stepWords = set(steps);
const weakWords = set(weakSteps);
const fillerWords = set(fillers);
const longSteps = [...stepWords].filter((word) => word.length >= 8 && /^[a-z]/.test(word));

// Closing steps that are phrases: "Bring it all together".
const phrases =
  /^(?:(?:bring(?:ing)?|put(?:ting)?|tie|tying|pull(?:ing)?|wrap(?:ping)?) (?:it|them|everything|things|this|that)? ?(?:all|up)? ?(?:together|up)|all together(?: now)?|wrap up|alles zusammen(?:bringen|führen)?|tout (?:mettre )?ensemble|mettre tout ensemble|todo junto|juntándolo todo|juntando tudo|tutto insieme|всё вместе|все вместе|собираем всё вместе|综合|綜合|整合|融会贯通|まとめ|総合|종합)(?=$|[^\p{L}])/iu;

/** Whether two words differ by at most two letters added, left out, swapped or changed. */
const near = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 2) return false;
  let before: number[] = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(
        Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    }
    before = row;
  }
  return (before[b.length] ?? 9) <= 2;
};

/** Words that name a level with a number behind them: "Level 2". */
const countedSteps = set("level stufe niveau nivel nível livello уровень stage phase tier");
const stepLook = new WordLook([...stepWords, ...weakWords, ...countedSteps]);
/** First letters of words long enough to be recognised in spite of slips of the pen. */
const slipLook = new Uint8Array(32);
for (const step of longSteps) slipLook[codeAt(step, 0) & 31] = 1;

const isStepOrWeak = (word: string): boolean => isStep(word) || weakWords.has(word) || countedSteps.has(word);

const judged = new Map<string, boolean>();
/** Whether a word names a step, slips of the pen forgiven; answers are kept, as the same words come back. */
const isStep = (word: string): boolean => {
  const known = judged.get(word);
  if (known !== undefined) return known;
  if (judged.size > 5000) judged.clear();
  const step = names(word);
  judged.set(word, step);
  return step;
};

const names = (word: string): boolean =>
  stepWords.has(word) ||
  (word.length >= 7 && /^[a-z]/.test(word) && longSteps.some((step) => step[0] === word[0] && near(word, step)));

const tokens = (title: string): string[] => {
  const lower = title.toLowerCase();
  return lower.match(isAscii(lower) ? /[a-z0-9]+/g : /[\p{L}\p{M}\p{N}]+/gu) ?? [];
};

/** Whether an ASCII title has a word that names a step; others are left to the thorough look. */
const mayHaveStep = (title: string): boolean => {
  let start = -1;
  for (let i = 0; i <= title.length; i++) {
    const code = codeAt(title, i);
    if (code > 127) return true;
    if (isAsciiLetter(code) || isDigit(code)) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      // No word for a step has less than three letters.
      const length = i - start;
      const may = stepLook.mayStart(title, start) || (length >= 7 && slipLook[codeAt(title, start) & 31] === 1);
      if (length > 2 && may && isStepOrWeak(title.slice(start, i).toLowerCase())) return true;
      start = -1;
    }
  }
  return false;
};

/** Words that may stand beside a level's word without making it something else. */
const isFiller = (word: string, around: ReadonlySet<string>): boolean =>
  fillerWords.has(word) || around.has(word) || /^\d{1,2}$/.test(word) || /^(?:i{1,3}|iv|v|vi)$/.test(word);

/** Words of a title, to tell which of a level's words only repeat the area's. */
export const titleWords = (title: string): ReadonlySet<string> => new Set(tokens(title));

const phraseLook = new WordLook(
  "bring put tie tying pull wrap all alles tout mettre todo juntándolo juntando tutto".split(" "),
);
const noWords: ReadonlySet<string> = new Set();
const none = (): ReadonlySet<string> => noWords;

/**
 * Whether a title names a level: "Beginner", "Intermediate Level mastery of Docker", "Bring it all together". `areaWords`
 * gives the words of the area around it, which a level may repeat.
 */
export const isLevelTitle = (title: string, areaWords: () => ReadonlySet<string> = none): boolean => {
  if (title.length > 80) return false;
  if (phraseLook.mayStart(title, 0) && phrases.test(title)) return true;
  if (!mayHaveStep(title)) return false;
  const bare = title.replace(/[([（][^)\]）]*[)\]）]/g, " ");
  const words = tokens(bare);
  if (words.length === 0 || words.length > 12) return false;
  if (words.length === 2 && countedSteps.has(words[0] ?? "") && /^(?:\d+|i{1,3}|iv|v)$/.test(words[1] ?? ""))
    return true;
  if (!words.some((word) => isStep(word) || weakWords.has(word) || codeAt(word, 0) > 0x2fff)) return false;
  const area = areaWords();
  const cjk = /^[一-鿿぀-ヿ가-힣\s]+$/.test(bare.trim());
  if (cjk) {
    let rest = bare.replace(/\s/g, "");
    const step = [...stepWords].find((word) => rest.includes(word) && /^[^a-zа-я]/.test(word));
    if (step === undefined) return false;
    rest = rest.replace(step, "");
    for (const word of fillerWords) if (/^[^a-zа-я]/.test(word)) rest = rest.replace(word, "");
    for (const word of area) rest = rest.replace(word, "");
    return rest === "";
  }
  if (words.some((word) => weakWords.has(word)) && words.every((word) => weakWords.has(word) || fillerWords.has(word)))
    return true;
  const mastery = words.indexOf("mastery");
  const relevant = mastery > 0 ? words.slice(0, mastery) : words;
  const first = relevant.findIndex(isStep);
  if (first < 0) return false;
  const strict = relevant.every((word) => isStep(word) || isFiller(word, area));
  if (strict) return true;
  // "Beginner level of ...": the word "level" makes the rest its subject.
  return first === 0 && /^(?:levels?|stufe|niveau|nivel|nível|livello|уровень|courses?)$/.test(relevant[1] ?? "");
};

const inlineLevel =
  /^(?:\[([\p{L} ]{3,24})\]|\(([\p{L} ]{3,24})\)|([\p{L} ]{3,24}?)\s*(?:[:：|>→]|\s[-–—]+\s))\s*(?=\S)/u;

/** A level named in front of a module's own title ("Beginner: Why queues"), and the offset at which the title goes on. */
export const levelInFront = (title: string): { level: string; to: number } | null => {
  if (!/^[[(]|[:：|>→]| [-–—]/.test(title)) return null;
  const found = inlineLevel.exec(title);
  const level = (found?.[1] ?? found?.[2] ?? found?.[3])?.trim();
  if (!found || level === undefined || !isLevelTitle(level)) return null;
  if (/^(?:intro|introduction|basics?|bonus|optional|fundamentals)$/i.test(level)) return null;
  return { level, to: found[0].length };
};

/** A level named in brackets behind a module's own title ("Why queues (Beginner)"). */
export const levelBehind = (title: string): { level: string; to: number } | null => {
  if (!/[)\]）]\s*$/.test(title)) return null;
  const found = /\s*[([（]([\p{L} ]{3,24})[)\]）]\s*$/u.exec(title);
  const level = found?.[1]?.trim();
  return found && level !== undefined && isLevelTitle(level) ? { level, to: found.index } : null;
};
