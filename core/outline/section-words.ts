import { codeAt, isAscii, isAsciiLetter, isDigit } from "./characters.ts";
import { WordLook } from "./word-look.ts";

const normal = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ""));

// Sections that are no study area.
const others = wordSet(`
  blog blogs blogpost post posts report reports reporting summary summaries reference references conclusion conclusions bibliography acknowledgement acknowledgements acknowledgments
  appendix glossary resources credits license licence contact contributing contributors faq changelog reflection reflections retrospective takeaways thoughts citations sources
  abstract disclaimer footnotes comments feedback screenshots
  blogbeitrag blogartikel bericht zusammenfassung quellen literatur literaturverzeichnis referenzen fazit anhang glossar danksagung
  rapport résumé références conclusion bibliographie annexe annexes glossaire remerciements article
  informe resumen referencias conclusión conclusiones bibliografía anexo glosario agradecimientos entrada artículo recursos
  relatório resumo referências conclusão bibliografia anexo glossário postagem
  relazione riassunto riferimenti conclusione conclusioni bibliografia appendice glossario articolo
  отчёт отчет итоги итог заключение ссылки литература источники приложение блог выводы статья резюме
`);
const otherFillers = wordSet(`
  a an the my our to of for and on in link links technical tech final project further reading additional useful other external medium entry article draft personal general overall other s
  technischer abschluss mein der die das zum und technique final mon le la les du de et un une técnico final mi el y del para o a do da e um meu tecnico il la lo di e un
  технический мой для на и`);
const otherCjk =
  /^(?:技术|技術|我的)?(?:博客|部落格|ブログ|블로그|报告|報告|レポート|보고서|总结|總結|小结|小結|まとめ|요약|参考|參考|参考文献|參考文獻|参考資料|참고|참고문헌|参考资料|结论|結論|결론|附录|附錄|付録|부록|致谢|感想|心得)(?:文章|记事|記事|文献|资料|글|포스트)?$/;

const contents = wordSet(`
  contents content toc index outline agenda overview topics topic navigation checklist syllabus progress schedule
  inhalt inhaltsverzeichnis übersicht gliederung themen sommaire contenu plan índice indice contenido contenidos temario sumário conteúdo indice sommario contenuti содержание оглавление план темы`);
const contentFillers = wordSet(
  "table of the a and list links quick course my to tables des der die das de des la le du tabla lista di do da matières check",
);
const contentsCjk = /^(?:目录|目錄|目次|内容|內容|もくじ|목차|차례|大纲|提纲|索引|进度|進度)$/;

const asides = wordSet(`
  notes note summary summaries takeaways takeaway reference references resources resource screenshots screenshot conclusion conclusions questions question overview steps step
  observations results result output outputs commands command details detail background motivation setup requirements prerequisites agenda goals goal objectives objective issues problems problem
  key points point main ideas idea recap review thoughts thought comments comment example examples links link code tips tip faq lessons learned terms term terminology definitions vocabulary
  notizen zusammenfassung ergebnis ergebnisse fragen schritte beispiele beispiel résumé remarques étapes exemples questions apuntes resumen pasos ejemplos preguntas notas resumo passos exemplos perguntas appunti riassunto passi esempi domande
  заметки конспект итог итоги шаги примеры вопросы выводы`);
const asideFillers = wordSet(
  "my the of a an and to from for project lab video what i learned some final more other important about is on s",
);
const asideCjk =
  /^(?:笔记|筆記|总结|總結|步骤|步驟|例子|问题|問題|要点|要點|メモ|まとめ|手順|例|質問|메모|요약|단계|예제|질문)$/;

/** Words that sections are told by, those that may stand beside them, and the same in unspaced scripts. */
interface Vocabulary {
  readonly words: ReadonlySet<string>;
  readonly fillers: ReadonlySet<string>;
  readonly unspaced: RegExp;
  readonly look: WordLook;
}

const vocabulary = (words: ReadonlySet<string>, fillers: ReadonlySet<string>, unspaced: RegExp): Vocabulary => ({
  words,
  fillers,
  unspaced,
  look: new WordLook([...words, ...fillers]),
});
const other = vocabulary(others, otherFillers, otherCjk);
const content = vocabulary(contents, contentFillers, contentsCjk);
const aside = vocabulary(asides, asideFillers, asideCjk);

/** Offset of the first ASCII letter or digit; -1 where something beyond ASCII stands before it, the length where there is none. */
const firstWordAt = (title: string): number => {
  for (let i = 0; i < title.length; i++) {
    const code = codeAt(title, i);
    if (isAsciiLetter(code) || isDigit(code)) return i;
    if (code > 127) return -1;
  }
  return title.length;
};

/** Whether a title may be made of these words, going by its first. */
const mayBe = (title: string, { words, fillers, look }: Vocabulary): boolean => {
  const from = firstWordAt(title);
  if (from < 0) return true;
  if (from >= title.length || !look.mayStart(title, from)) return false;
  let to = from + 1;
  while (isAsciiLetter(codeAt(title, to)) || isDigit(codeAt(title, to))) to++;
  if (codeAt(title, to) > 127) return true;
  const first = title.slice(from, to).toLowerCase();
  return words.has(first) || fillers.has(first);
};

const every = (title: string, { words, fillers, unspaced }: Vocabulary): boolean => {
  const text = normal(title);
  if (text === "") return false;
  if (codeAt(text, 0) > 0x2fff && unspaced.test(text.replace(/ /g, ""))) return true;
  const parts = text.split(" ");
  return (
    parts.length <= 6 &&
    parts.some((part) => words.has(part)) &&
    parts.every((part) => words.has(part) || fillers.has(part))
  );
};

/** Whether a title is made of these words and nothing else. */
const isMadeOf = (title: string, vocabulary: Vocabulary): boolean =>
  title.length <= 60 && mayBe(title, vocabulary) && every(title, vocabulary);

/** Whether a section is no study area: blog post, report, references, summary. "Blog post: Why queues" counts by its front. */
export const isOtherSection = (heading: string): boolean => {
  // "3 References" is numbered without a dot.
  const title = heading.replace(/^\d{1,2}\s+(?=\D)/, "");
  if (!mayBe(title, other)) return false;
  // "Reading: Acknowledgments" is something to read.
  if (title.length <= 60 && every(title, other)) return !/^reading\s*:/i.test(title);
  const front = /^(.{3,30}?)\s*(?:[:：]|\s[-–—]\s)/.exec(title)?.[1];
  return front !== undefined && isMadeOf(front, other);
};

/** Whether a section is a table of contents or the like. */
export const isContentsSection = (title: string): boolean => isMadeOf(title, content);

/** Whether a heading or label only orders somebody's notes ("Notes", "Key points"), and so names nothing to study. */
export const isAside = (title: string): boolean => isMadeOf(title, aside);

const timeWords = wordSet(`
  time times timing hours spent log tracking tracker tracked sheet timesheet record records taken table estimate estimates estimated
  zeit zeiten zeitplan stunden temps tiempo tiempos tempo время часы`);
const timeFillers = wordSet("of the my a and for per on list summary total study studying in each module modules to");
const timeCjk = /^(?:时间|時間|시간)(?:记录|記録|기록|表)?$/;

const timeSection = vocabulary(timeWords, timeFillers, timeCjk);

/** Whether a section only lists times. */
export const isTimeSection = (title: string): boolean => isMadeOf(title, timeSection);

const placeholder =
  /^(?:\(|\[|<|\*|_)*\s*(?:(?:please )?(?:include|add|insert|write|put|enter|fill in|type) (?:your |some |the |any |more )?(?:notes?|text|content|details|summary|something)\b.*|(?:notes?|text|content|details) (?:go|goes|here|to come|will follow|coming soon)\b.*|(?:to ?do|tbd|tba|tbc|wip|coming soon|to be (?:done|added|written|continued|completed|filled)|work in progress|in progress|not (?:started|done) yet|placeholder|n\/a|lorem ipsum.*|\.{3}|…|xxx+|\?+|-+)|hier (?:kommen|folgen).*notizen.*|notizen (?:folgen|hier).*|(?:kommt noch|folgt)|(?:notes? )?à (?:compléter|faire|venir)|por (?:hacer|completar)|pendiente|a fazer|em breve|da (?:fare|completare)|сделать|дописать|待补充|待续|待完成|未完成|未着手|後で書く|작성 ?예정|추후 ?작성)\s*(?:\)|\]|>|\*|_|[.:!…])*$/i;

const placeholderWords = wordSet(
  "please include add insert write put enter fill type notes note text content details to todo tbd tba tbc wip coming work in not placeholder n lorem hier notizen kommt folgt por pendiente a em da xxx",
);

const placeholderLook = new WordLook(placeholderWords);

/** Whether a text only holds a place: "Include notes here about each of the links", "TBD", "...". */
export const isPlaceholder = (plain: string): boolean =>
  mayHoldPlace(plain, 0, plain.length) && placeholder.test(plain.trim());

/** Whether what stands between `from` and `to` may only hold a place, going by its first word. */
export const mayHoldPlace = (text: string, from: number, to: number): boolean => {
  if (to - from >= 120) return false;
  const first = codeAt(text, from);
  if (isDigit(first)) return false;
  if (!isAsciiLetter(first)) return true;
  // Most lines start with a word that no placeholder starts with.
  if (!placeholderLook.mayStart(text, from)) return false;
  let end = from + 1;
  while (end < from + 13 && end < to && isAsciiLetter(codeAt(text, end))) end++;
  const opening = text.slice(from, end).toLowerCase();
  return placeholderWords.has(opening) || opening.startsWith("xxx");
};

const doneMark =
  /(?:^|[\s([,;–-])(?:done|completed|finished|complete|erledigt|fertig|terminé|hecho|completado|feito|concluído|fatto|completato|готово|сделано|完成|已完成|完了|완료)\s*[!.)\]✓✔✅☑]*$/iu;
const doneWords = wordSet("done completed finished complete erledigt fertig hecho completado feito fatto completato");

const doneLook = new WordLook(doneWords);

/** Whether what stands between `from` and `to` may end with a word or mark for "done"; `wide` says that it is not all ASCII. */
export const mayBeDone = (text: string, from: number, to: number, wide: boolean): boolean => {
  if (wide) return true;
  let end = to;
  for (; end > from; end--) {
    const code = codeAt(text, end - 1);
    if (code !== 33 && code !== 46 && code !== 41 && code !== 93 && code !== 32) break;
  }
  let start = end;
  while (start > from && isAsciiLetter(codeAt(text, start - 1))) start--;
  return end - start > 3 && end - start <= 10 && doneLook.mayStart(text, start);
};

/** Whether a line ends with a word or mark for "done". */
export const hasDoneMark = (plain: string): boolean => {
  const wide = !isAscii(plain);
  if (!mayBeDone(plain, 0, plain.length, wide)) return false;
  return (wide && /[✓✔✅☑]/u.test(plain)) || doneMark.test(plain);
};
