import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { evaluate, type Started, until } from "./cdp.ts";
import { type Compared, comparedLine, median, passes, plainLine } from "./figures.ts";
import { courseNote } from "./notes.ts";
import { makePages } from "./pages.ts";
import { recognising } from "./recognising.ts";
import { reported, reporting } from "./reporting.ts";
import { msPerKey, prepareTyping } from "./typing.ts";
import { editorReady, firstPaint, windows } from "./windows.ts";

const rounds = 3;
const sizes = [
  ["100 kB", 100_000],
  ["1 MB", 1_000_000],
  ["10 MB", 10_000_000],
] as const;

type Windows = Awaited<ReturnType<typeof windows>>;

/** Typing in Lectern and in a bare editor of the same size on the screen, in turns. */
async function typing(
  open: Windows,
  bare: string,
  folder: string,
  size: number,
): Promise<[ours: number, theirs: number]> {
  const text = courseNote(size);
  const file = join(folder, `note-${size}.md`);
  await writeFile(file, text);
  const ours = await open.lectern(file);
  let theirs: Started | null = null;
  try {
    await editorReady(ours);
    const room = await evaluate<{ width: number; height: number }>(
      ours,
      "(({width, height}) => ({width, height}))(document.querySelector('.cm-scroller').getBoundingClientRect())",
    );
    theirs = await open.page(bare, Math.round(room.width), Math.round(room.height));
    await until(theirs, "document.readyState === 'complete' && window.show");
    await evaluate(theirs, `window.show(${JSON.stringify(text)})`);
    for (const page of [ours, theirs]) await prepareTyping(page);
    const figures: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round++) {
      const pair = [await msPerKey(ours), await msPerKey(theirs)] as const;
      // The first round warms both up.
      if (round > 0) for (const side of [0, 1] as const) figures[side].push(pair[side]);
    }
    return [median(figures[0]), median(figures[1])];
  } finally {
    await ours.end();
    await theirs?.end();
  }
}

/** Starting in turns; medians in ms after the start of the process. */
async function starting(open: Windows, blank: string, note: string) {
  const figures = { blank: [] as number[], paint: [] as number[], ready: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    const nothing = await open.page(blank, 1280, 820);
    const blankPaint = await firstPaint(nothing).finally(() => nothing.end());
    const lectern = await open.lectern(note);
    try {
      const [paint, ready] = [await firstPaint(lectern), await editorReady(lectern)];
      if (round > 0) {
        figures.blank.push(blankPaint);
        figures.paint.push(paint);
        figures.ready.push(ready);
      }
    } finally {
      await lectern.end();
    }
  }
  return { blank: median(figures.blank), paint: median(figures.paint), ready: median(figures.ready) };
}

const listed = 10_000;

/** A folder of 10,000 notes in 100 folders: until its rows are there and the count says all of them. */
async function listing(open: Windows, folder: string): Promise<number> {
  const notebook = join(folder, "notebook");
  for (let group = 0; group < 100; group++) {
    const under = join(notebook, `part ${group}`);
    await mkdir(under, { recursive: true });
    await Promise.all(
      Array.from({ length: listed / 100 }, (_, index) => writeFile(join(under, `note ${index}.md`), courseNote(500))),
    );
  }
  const figures: number[] = [];
  for (let round = 0; round < 3; round++) {
    const lectern = await open.lectern(notebook);
    try {
      const count = 'document.querySelector(".notes .side-count")?.textContent?.replaceAll(/\\D/g, "")';
      await until(lectern, `${count} === "${listed}" && document.querySelector(".notes [role=treeitem]")`);
      figures.push(Date.now() - lectern.startedAt);
    } finally {
      await lectern.end();
    }
  }
  return median(figures);
}

/** Measures and prints line by line; answers how many figures fall short of their limit. */
export async function measureAll(folder: string, wanted: (name: string) => boolean): Promise<number> {
  const pages = await makePages(folder);
  const open = await windows(folder);
  let short = 0;
  const say = (figure: Compared) => {
    console.log(comparedLine(figure));
    if (!passes(figure)) short++;
  };
  if (wanted("typing")) {
    for (const [name, size] of sizes) {
      const [ours, theirs] = await typing(open, pages.bare, folder, size);
      say({
        name: `a key typed in ${name}`,
        ours,
        theirs,
        unit: "ms",
        against: "bare CodeMirror",
        limit: { atMost: 1.3 },
      });
    }
  }
  const note = join(folder, "note.md");
  await writeFile(note, courseNote(30_000));
  if (wanted("start")) {
    const { blank, paint, ready } = await starting(open, pages.blank, note);
    say({
      name: "start to first paint",
      ours: paint,
      theirs: blank,
      unit: "ms",
      against: "blank window",
      limit: { atMost: 1.6 },
    });
    console.log(plainLine("start to an editable note", `${ready.toFixed(0)} ms`));
  }
  if (wanted("folder")) {
    console.log(
      plainLine(
        `start to the list of ${listed.toLocaleString("en")} notes`,
        `${(await listing(open, folder)).toFixed(0)} ms`,
      ),
    );
  }
  if (wanted("recognise")) {
    const { ours, theirs, rest } = await recognising();
    say({ name: "reading outlines", ours, theirs, unit: "MB/s", against: "markdown-it", limit: { atLeast: 3 } });
    for (const line of rest) console.log(plainLine("reading outlines", line));
  }
  if (wanted("time")) {
    const { ours, others } = await reporting(folder);
    for (const other of others)
      for (const [what, kind] of [
        ["", "wall"],
        [", processor", "processor"],
      ] as const)
        say({
          name: `the report of ${reported.toLocaleString("en")} sessions${what}`,
          ours: ours[kind],
          theirs: other[kind],
          unit: "ms",
          against: other.name,
          limit: { atMost: 1 },
        });
  }
  return short;
}
