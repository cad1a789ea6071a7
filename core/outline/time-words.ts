import { codeAt, isAsciiLetter } from "./characters.ts";

/** What a word says about the duration beside it. `done` counts as spent before a duration, and as a mark of completion after it. */
export type TimeWord = "spent" | "planned" | "label" | "filler" | "done";

const lists: Readonly<Record<TimeWord, string>> = {
  spent: `
    took takes take taken spent spend spending cost costs costed elapsed studied study studying used use actual actually worked learned learnt
    watched watching logged tracked needed real
    gebraucht benötigt gedauert dauerte verbraucht aufgewendet gelernt investiert verbracht tatsächlich
    passé passée passées passés pris mis étudié travaillé consacré réel réelle effectif
    tardé tardó tomó tomado llevó dedicado dediqué dedicadas gastado gasté invertido usado estudiado
    levou levei gasto gastei gastos demorou demorei dediquei estudado
    impiegato impiegati impiegate speso spesi messo durato studiato effettivo
    заняло занял заняла потрачено потратил потратила ушло затрачено изучал изучала факт фактически
    花了 花费 花費 用时 用時 耗时 耗時 用了 耗费 实际 實際 学习了 已用 总用时
    かかった かかりました かかる 費やした 実績 実際 使った
    걸림 걸렸다 걸렸음 걸린 소요 소요됨 사용 실제 공부`,
  planned: `
    planned plan plans estimate estimated estimation est expected eta budget budgeted goal target scheduled allotted
    geplant plan geschätzt schätzung soll veranschlagt erwartet
    prévu prévue prévus estimé estimée
    previsto prevista estimado estimada planeado planificado
    planejado
    stimato stimata pianificato
    план оценка планируется запланировано планово
    计划 計劃 预计 預計 预估 估计 估計
    予定 見積 見積もり 目安 目標
    예상 계획 예정 목표`,
  label: `
    time times timing duration length dur runtime total overall timespan timebox timetaken timespent hours minutes
    zeit zeitaufwand aufwand dauer lernzeit bearbeitungszeit lesezeit gesamt insgesamt zeitbedarf
    temps durée total
    tiempo duración tempo duração durata totale
    время длительность продолжительность всего итого
    时间 時間 时长 時長 总时间 总时长 总计 总共 合计 共
    所要時間 学習時間 合計 計
    시간 총 소요시간 학습시간 합계 기간`,
  filler: `
    about around approx approximately approximate roughly circa ca nearly almost over just only like max maximum min minimum maybe probably
    for in within me it i this that of on the to is was were be been has have had my at more less than up each per a an by with and or
    video videos lab labs tutorial tutorial's reading lecture exercise module course lesson project part session unit chapter section task work
    long read here notes note-taking watch
    etwa ungefähr rund knapp hat haben ich habe für mich es fast wurde wurden die der das den dem diese dieses dieser und mit zum
    environ env à peu près en pour au ai j'ai m'a il ça cela le la les un une de du ce cette moi je et
    aproximadamente aprox unos unas me he ha en por para el los las lo más menos y con del
    cerca uns umas em ao foi o os eu isso no na e mais menos
    circa di ho ci mi ha in il lo per un una sono
    около примерно за у меня я на это эту и мне где-то
    约 約 大约 大約 左右 了 总 大概 差不多 我
    くらい ぐらい ほど 程度 で を は が の 約
    약 정도 쯤 에 을 를 이 가 은 는 동안`,
  done: `
    done finished completed complete finish finishing
    erledigt fertig abgeschlossen
    terminé terminée fini fait
    hecho completado terminado acabado
    feito concluído terminado completo
    fatto completato finito
    готово сделано завершено выполнено
    完成 已完成 做完
    完了 済み
    완료 끝`,
};

const known = new Map<string, TimeWord>();
for (const kind of ["filler", "label", "done", "planned", "spent"] as const) {
  for (const word of lists[kind].split(/\s+/)) if (word !== "") known.set(word, kind);
}
const unspaced = [...known.keys()].filter((word) => /^[぀-ヿ一-鿿가-힣]/.test(word)).sort((a, b) => b.length - a.length);

/** Every word, in lower case, that says something about a duration beside it. */
export const timeWords: ReadonlySet<string> = new Set(known.keys());

const word = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/uy;
const ideograph = /[぀-ヿ一-鿿가-힣]/;

/** The word of time that starts at `at`, and its end; `kind` null for any other word; null where no word starts. */
export const timeWordAt = (text: string, at: number): { kind: TimeWord | null; to: number } | null => {
  const code = codeAt(text, at);
  if (isAsciiLetter(code)) {
    let to = at + 1;
    while (isAsciiLetter(codeAt(text, to))) to++;
    const next = codeAt(text, to);
    if (next !== 45 && next !== 39 && !(next > 0xa9))
      return { kind: known.get(text.slice(at, to).toLowerCase()) ?? null, to };
  } else if (code > 0x2fff && ideograph.test(text[at] ?? "")) {
    const found = unspaced.find((entry) => text.startsWith(entry, at));
    return found === undefined ? { kind: null, to: at + 1 } : { kind: known.get(found) ?? null, to: at + found.length };
  }
  word.lastIndex = at;
  const found = word.exec(text);
  if (!found) return null;
  const plain = found[0]
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[-']+$/, "");
  const kind =
    known.get(plain) ?? (plain.includes("-") && plain.split("-").every((part) => known.has(part)) ? "filler" : null);
  return { kind, to: at + found[0].length };
};

/** Words after which a duration belongs to the sentence: "Kubernetes in 5 minutes". */
export const binding: ReadonlySet<string> = new Set(
  `in for within under every of the a an per after over by to with than until at and or your first last next only
  en dans pour sous chaque par de del para em na no por sin tra fra ogni per
  für unter jede jeder nach mit von bis zu über
  за в на через каждые по после до с`.split(/\s+/),
);
