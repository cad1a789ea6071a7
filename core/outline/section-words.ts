import { isAsciiLetter } from "./characters.ts";

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

const aside = wordSet(`
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

const every = (title: string, words: ReadonlySet<string>, fill: ReadonlySet<string>, cjk: RegExp): boolean => {
  if (title.length > 60) return false;
  const opening = /[\p{L}\p{M}\p{N}]+/u.exec(title)?.[0].toLowerCase();
  if (opening === undefined || (opening.charCodeAt(0) < 0x3000 && !words.has(opening) && !fill.has(opening)))
    return false;
  const text = normal(title);
  if (text.charCodeAt(0) > 0x2fff && cjk.test(text.replace(/ /g, ""))) return true;
  const parts = text.split(" ");
  return (
    parts.length <= 6 &&
    parts.some((part) => words.has(part)) &&
    parts.every((part) => words.has(part) || fill.has(part))
  );
};

/** Whether a section is no study area: blog post, report, references, summary. "Blog post: Why queues" counts by its front. */
export const isOtherSection = (title: string): boolean => {
  if (every(title, others, otherFillers, otherCjk)) return true;
  const front = /^(.{3,30}?)\s*(?:[:：]|\s[-–—]\s)/.exec(title)?.[1];
  return front !== undefined && every(front, others, otherFillers, otherCjk);
};

/** Whether a section is a table of contents or the like. */
export const isContentsSection = (title: string): boolean => every(title, contents, contentFillers, contentsCjk);

/** Whether a heading or label only orders somebody's notes ("Notes", "Key points"), and so names nothing to study. */
export const isAside = (title: string): boolean => every(title, aside, asideFillers, asideCjk);

const timeSection = wordSet(`
  time times timing hours spent log tracking tracker tracked sheet timesheet record records taken table estimate estimates estimated
  zeit zeiten zeitplan stunden temps tiempo tiempos tempo время часы`);
const timeFillers = wordSet("of the my a and for per on list summary total study studying in each module modules to");
const timeCjk = /^(?:时间|時間|시간)(?:记录|記録|기록|表)?$/;

/** Whether a section only lists times. */
export const isTimeSection = (title: string): boolean => every(title, timeSection, timeFillers, timeCjk);

const placeholder =
  /^(?:\(|\[|<|\*|_)*\s*(?:(?:please )?(?:include|add|insert|write|put|enter|fill in|type) (?:your |some |the |any |more )?(?:notes?|text|content|details|summary|something)\b.*|(?:notes?|text|content|details) (?:go|goes|here|to come|will follow|coming soon)\b.*|(?:to ?do|tbd|tba|tbc|wip|coming soon|to be (?:done|added|written|continued|completed|filled)|work in progress|in progress|not (?:started|done) yet|placeholder|n\/a|lorem ipsum.*|\.{3}|…|xxx+|\?+|-+)|hier (?:kommen|folgen).*notizen.*|notizen (?:folgen|hier).*|(?:kommt noch|folgt)|(?:notes? )?à (?:compléter|faire|venir)|por (?:hacer|completar)|pendiente|a fazer|em breve|da (?:fare|completare)|сделать|дописать|待补充|待续|待完成|未完成|未着手|後で書く|작성 ?예정|추후 ?작성)\s*(?:\)|\]|>|\*|_|[.:!…])*$/i;

/** Whether a text only holds a place: "Include notes here about each of the links", "TBD", "...". */
export const isPlaceholder = (plain: string): boolean => {
  if (plain.length >= 120) return false;
  const first = plain.charCodeAt(0);
  // Most lines start with a word that no placeholder starts with.
  if (isAsciiLetter(first)) {
    const opening = /^[A-Za-z]+/.exec(plain)?.[0].toLowerCase() ?? "";
    if (!placeholderWords.has(opening) && !/^x{3}/.test(opening)) return false;
  }
  return placeholder.test(plain.trim());
};

const placeholderWords = wordSet(
  "please include add insert write put enter fill type notes note text content details to todo tbd tba tbc wip coming work in not placeholder n lorem hier notizen kommt folgt por pendiente a em da",
);

const doneMark =
  /(?:^|[\s([,;–-])(?:done|completed|finished|complete|erledigt|fertig|terminé|hecho|completado|feito|concluído|fatto|completato|готово|сделано|完成|已完成|完了|완료)\s*[!.)\]✓✔✅☑]*$/iu;

/** Whether a line ends with a word or mark for "done". */
export const hasDoneMark = (plain: string): boolean => /[✓✔✅☑]/u.test(plain) || doneMark.test(plain);
