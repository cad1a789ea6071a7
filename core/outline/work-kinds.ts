import { codeAt, isAsciiLetter, isSpace } from "./characters.ts";

// What one sits down to do; it opens a module's title: "Video: ...", "Lab - ...", "[Reading] ...", "Lecture 3: ...".
const kinds: ReadonlySet<string> = new Set(
  `tutorial tutorials video videos lecture lab labs reading readings read article paper book exercise exercises assignment homework quiz project workshop
  talk demo podcast course lesson practice practical hands-on tool documentation docs guide webinar slides seminar session activity
  vorlesung übung praktikum aufgabe lektüre lesen projekt vortrag film
  cours leçon exercice exercices tp td vidéo tutoriel projet atelier
  vídeo clase lección ejercicio lectura práctica laboratorio taller proyecto
  aula exercício leitura prática laboratório projeto
  lezione esercizio lettura progetto
  видео лекция лабораторная практика упражнение чтение задание семинар проект урок занятие`.split(/\s+/),
);
const pairs: ReadonlySet<string> = new Set(["problem set", "case study", "travaux pratiques"]);
const secondWords: ReadonlySet<string> = new Set(["set", "study", "pratiques"]);
const unspaced =
  "视频 影片 動画 비디오 영상 实验 實驗 実験 실습 实践 教程 チュートリアル 튜토리얼 阅读 閱讀 読書 읽기 课程 講義 강의 练习 練習 연습 演習 项目 プロジェクト 프로젝트 论文 論文".split(
    " ",
  );

/** Whether the character may end the words for a kind of work. */
const ends = (code: number): boolean =>
  code === 58 ||
  code === 0xff1a ||
  code === 93 ||
  code === 0x3011 ||
  code === 41 ||
  code === 0xff09 ||
  code === 124 ||
  code === 0x2013 ||
  code === 0x2014;

/** What an ASCII character may be to the words for a kind of work: 1 a number behind them, 2 a dash, 3 another end. */
const looks = new Uint8Array(128);
for (const [look, chars] of [
  [1, "0123456789"],
  [2, "-"],
  [3, ":])|"],
] as const)
  for (const char of chars) looks[codeAt(char, 0)] = look;

/**
 * Whether what stands between `start` and `end` opens with a kind of work and a mark behind it ("Video: ...",
 * "Lab 2 - ...", "講義1：..."), or with a numbered kind ("Lecture 3"). Marks of Markdown before the first letter are
 * passed over.
 */
export const hasWorkKind = (text: string, start: number, end: number): boolean => {
  let from = start;
  while (from < end && from < start + 12 && !isWordStart(codeAt(text, from))) from++;
  const limit = Math.min(end, from + 36);
  if (from < end && codeAt(text, from) > 0x2fff) {
    const kind = unspaced.find((word) => text.startsWith(word, from));
    return (
      kind !== undefined && /^\s*\d*\s*[】\]）):：\s-]/.test(text.slice(from + kind.length, from + kind.length + 6))
    );
  }
  for (let i = from + 1; i < limit; i++) {
    const code = codeAt(text, i);
    const look = code < 128 ? looks[code] : 3;
    if (look === 0) continue;
    if (look === 1) {
      if (codeAt(text, i - 1) === 32) return isKind(text, from, i) || isKindAt(text, from, i, limit);
    } else if (look === 2) {
      if (codeAt(text, i - 1) === 32 || codeAt(text, i + 1) === 32 || codeAt(text, i + 1) === 45)
        return i + 1 < end && isKind(text, from, i);
    } else if (ends(code)) return i + 1 < end && isKind(text, from, i);
  }
  return false;
};

/** A number inside the front ("AWS Lab 2: ..."): what stands before the mark behind it decides. */
const isKindAt = (text: string, from: number, number: number, limit: number): boolean => {
  for (let i = number; i < limit; i++) if (ends(codeAt(text, i))) return isKind(text, from, number);
  return false;
};

const isWordStart = (code: number): boolean => isAsciiLetter(code) || code > 0xbf;

/** Whether a character stands between words: white space, emphasis or a number's mark. */
const parts = (code: number): boolean => code === 42 || code === 95 || code === 35 || code === 0x2116 || isSpace(code);

/** Whether the words from `from` to `to`, three at most, name a kind of work. */
const isKind = (text: string, from: number, to: number): boolean => {
  let words = 0;
  let last = "";
  let before = "";
  for (let end = to; end > from; ) {
    if (parts(codeAt(text, end - 1))) {
      end--;
      continue;
    }
    let start = end - 1;
    while (start > from && !parts(codeAt(text, start - 1))) start--;
    words++;
    if (words === 1) {
      last = text.slice(start, end).toLowerCase();
      if (!kinds.has(last) && !secondWords.has(last) && !isLab(last)) return false;
    } else if (words === 2) before = text.slice(start, end).toLowerCase();
    else if (words > 3) return false;
    end = start;
  }
  return words > 0 && (!secondWords.has(last) || pairs.has(`${before} ${last}`));
};

/** "Qwiklab", "codelabs". */
const isLab = (word: string): boolean =>
  (word.endsWith("lab") || word.endsWith("labs")) && /^[a-z]{2,8}labs?$/.test(word);
