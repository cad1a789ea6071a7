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
const pairs: ReadonlySet<string> = new Set([
  "problem set",
  "case study",
  "travaux pratiques",
  "video tutorial",
  "video lecture",
]);
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

/**
 * Whether a title opens with a kind of work and a mark behind it ("Video: ...", "Lab 2 - ...", "講義1：..."), or with a
 * numbered kind ("Lecture 3"). Marks of Markdown before the first letter are passed over.
 */
export const hasWorkKind = (text: string): boolean => {
  let from = 0;
  while (from < text.length && from < 12 && !isWordStart(text.charCodeAt(from))) from++;
  const limit = Math.min(text.length, from + 36);
  const first = text.charCodeAt(from);
  if (first > 0x2fff) {
    const kind = unspaced.find((word) => text.startsWith(word, from));
    return (
      kind !== undefined && /^\s*\d*\s*[】\]）):：\s-]/.test(text.slice(from + kind.length, from + kind.length + 6))
    );
  }
  for (let i = from + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    const dash =
      code === 45 && (text.charCodeAt(i - 1) === 32 || text.charCodeAt(i + 1) === 32 || text.charCodeAt(i + 1) === 45);
    if (ends(code) || dash) return isKind(text.slice(from, i), i + 1 < text.length);
    if (code >= 48 && code <= 57 && text.charCodeAt(i - 1) === 32)
      return isKind(text.slice(from, i), true) || isKindAt(text, from, i, limit);
  }
  return false;
};

/** A number inside the front ("AWS Lab 2: ..."): what stands before the mark behind it decides. */
const isKindAt = (text: string, from: number, number: number, limit: number): boolean => {
  for (let i = number; i < limit; i++) if (ends(text.charCodeAt(i))) return isKind(text.slice(from, number), true);
  return false;
};

const isWordStart = (code: number): boolean => ((code | 32) >= 97 && (code | 32) <= 122) || code > 0xbf;

const isKind = (front: string, followed: boolean): boolean => {
  if (!followed) return false;
  const words = front
    .toLowerCase()
    .trim()
    .split(/[\s*_#№]+/)
    .filter((word) => word !== "");
  if (words.length === 0 || words.length > 3) return false;
  const last = words[words.length - 1] as string;
  if (words.length > 1 && pairs.has(words.slice(-2).join(" "))) return true;
  return kinds.has(last) || /^[a-z]{2,8}labs?$/.test(last);
};
