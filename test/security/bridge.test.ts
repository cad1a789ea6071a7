import { symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type CallName, callNames } from "#core/calls.ts";
import { outsideAddress } from "../../electron/address.ts";
import { noteIdOf } from "../../electron/files/notebook.ts";
import { folderWith } from "../electron/files/folder.ts";
import { report, times } from "../faults/figures.ts";
import { decoys, escapes, lookAt, secret } from "./decoy.ts";
import { windowOn } from "./window.ts";

const counts = {
  "fuzzed calls": 0,
  "of them understood": 0,
  "paths tried": 0,
  links: 0,
  "links opened": 0,
  escapes: 0,
};
afterAll(() => report("bridge", counts));

const note = "# Knots\n\n## Beginner\n\n1. Bowline - 30 min\n2. Splice - 45 min\n";

async function scene() {
  const outer = await folderWith({
    "notes/a.md": note,
    "notes/b/c.md": "# C\n",
    ...Object.fromEntries(Object.entries(decoys).map(([name, text]) => [`decoy/${name}`, text])),
  });
  const [folder, decoy] = [join(outer, "notes"), join(outer, "decoy")];
  await symlink(decoy, join(folder, "link"));
  await symlink(join(decoy, "key.md"), join(folder, "out.md"));
  const window = await windowOn(folder, await folderWith());
  await window.ask("listNotes", undefined);
  const before = lookAt(decoy);
  const check = (asked: string, answered: unknown) => {
    if (!JSON.stringify(answered).includes(secret)) return;
    counts.escapes++;
    throw new Error(`${asked} told what stands outside`);
  };
  return { window, check, outer, unchanged: () => expect(lookAt(decoy)).toEqual(before) };
}

/** Small and repeatable: a failing run can be run again by its seed. */
const randomFrom = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

type Random = () => number;
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

const ids = ["a.md", "b/c.md", "out.md", "link/key.md", "../decoy/key.md", "none.md"].map(noteIdOf);
const words: readonly unknown[] = [
  ...escapes,
  ...ids,
  "",
  "x",
  "__proto__",
  "constructor",
  "toString",
  "\ud800",
  "utf-8",
  "f".repeat(64),
  "hugo",
  "csv",
  "2026-11-24T09:00:00+00:00",
  "0-0-0000000000000000.gz",
  "../../decoy/key.md",
  0,
  -1,
  1,
  1e308,
  Number.NaN,
  null,
  undefined,
  true,
  [],
  {},
  JSON.parse('{"__proto__":{"polluted":1}}'),
];
const module = (random: Random) => ({ note: pick(random, words), area: null, level: null, title: pick(random, words) });
const draft = (random: Random) => ({
  parts: [
    { id: pick(random, ids), section: pick(random, [null, ["Knots"], [String(pick(random, words))]]), line: null },
  ],
  target: pick(random, ["hugo", "jekyll", "html", "markdown"]),
  fields: {
    title: String(pick(random, words)),
    slug: String(pick(random, escapes)),
    tags: [String(pick(random, words))],
  },
  off: [],
});
const fields: Record<string, (random: Random) => unknown> = {
  id: (random) => pick(random, ids),
  path: (random) => pick(random, escapes),
  name: (random) => pick(random, ["post", ...escapes]),
  href: (random) => pick(random, escapes),
  url: (random) => pick(random, escapes),
  text: (random) => pick(random, [note, "", null, "\ud800"]),
  base: () => "0".repeat(64),
  module,
  draft,
  note: (random) => pick(random, words),
  choice: (random) => pick(random, words),
  version: (random) => pick(random, words),
  encoding: (random) => pick(random, words),
  message: () => "x",
  unsaved: () => [],
  format: (random) => pick(random, ["csv", "json", "ics"]),
  token: (random) => pick(random, words),
  place: () => ({ anchor: 0, head: 0, top: 0 }),
  moves: (random) => [{ from: module(random), to: module(random) }],
  written: (random) => [{ module: module(random), minutes: 3 }],
  answer: (random) => pick(random, ["keep", "cut", "give", "discard"]),
  kind: (random) => pick(random, ["add", "set", "note", "split", "merge", "give", "drop", "undo"]),
  at: (random) => pick(random, words),
  ids: () => ["a", "b"],
  from: (random) => pick(random, words),
  to: (random) => pick(random, words),
  theme: (random) => pick(random, words),
};

/** Mostly of the right shape, with one value in five of the wrong kind; sometimes no object at all. */
const argument = (random: Random): unknown =>
  random() < 0.15
    ? pick(random, words)
    : Object.fromEntries(
        Object.entries(fields).map(([name, make]) => [name, random() < 0.08 ? pick(random, words) : make(random)]),
      );

/** Calls that do nothing but ask the person, who is not there: they need no many arguments. */
const isResult = (value: unknown): boolean => {
  const result = value as { ok?: unknown; error?: { message?: unknown } } | null;
  return result?.ok === true || (result?.ok === false && typeof result.error?.message === "string");
};

describe("script in the window", () => {
  it.each(callNames)("gets nothing from outside with %s", async (name: CallName) => {
    const { window, check, unchanged } = await scene();
    const random = randomFrom(callNames.indexOf(name) + 1);
    for (let count = 0; count < times(60, 2_000); count++) {
      const input = count % 10 === 0 ? undefined : argument(random);
      const answered = await window.ask(name, input);
      expect(isResult(answered), JSON.stringify(input)).toBe(true);
      check(`${name} ${JSON.stringify(input)}`, answered);
      counts["fuzzed calls"]++;
      if (answered.ok || answered.error.code !== "bad-input") counts["of them understood"]++;
    }
    await window.close();
    unchanged();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("paths", () => {
  it("lead out of the notebook through no call", async () => {
    const { window, check, unchanged, outer } = await scene();
    expect(escapes.length).toBeGreaterThanOrEqual(100);
    const id = noteIdOf("a.md");
    const form = { parts: [], target: "hugo", off: [] };
    const inputs = (path: string): [CallName, unknown][] => [
      ["createNote", { path, text: "x" }],
      ["renameNote", { id: noteIdOf("b/c.md"), path }],
      ["noteImage", { id, href: path }],
      ["saveDraft", { name: path, draft: { ...form, fields: { slug: path } } }],
      ["trashDraft", { name: path }],
      ["readVersion", { id, version: path }],
      ["readNote", { id: noteIdOf(path) }],
      ["writeNotation", { note: path, choice: {} }],
    ];
    for (const path of escapes) {
      counts["paths tried"]++;
      for (const [name, input] of inputs(path)) check(`${name} ${path}`, await window.ask(name, input));
    }
    await window.close();
    unchanged();
    expect(
      lookAt(outer)
        .filter((line) => !/^(?:notes|decoy)[ /]/.test(line))
        .map((line) => basename(line)),
    ).toEqual([]);
  });
});

describe("links", () => {
  const good = ["https://example.org/a?b#c", "http://example.org/", "mailto:a@example.org", "HTTPS://EXAMPLE.ORG/"];
  const schemes = [
    "file:",
    "javascript:",
    "JaVaScRiPt:",
    "java\tscript:",
    "java\nscript:",
    "\u0001javascript:",
    "vbscript:",
    "data:text/html,",
    "blob:",
    "app:",
    "note-asset:",
    "chrome:",
    "devtools:",
    "view-source:https:",
    "ms-msdt:",
    "ms-word:ofe|u|",
    "search-ms:",
    "ms-settings:",
    "steam:",
    "tel:",
    "ssh:",
    "smb:",
    "ftp:",
    "jar:",
    "about:",
    "ws:",
    "http\t:",
    " https:",
    "https :",
  ];
  const bad = [
    ...schemes.flatMap((scheme) => [`${scheme}//evil.example/x`, `${scheme}alert(1)`]),
    "\\\\server\\share",
    "//server/share",
    "/etc/passwd",
    "https:/\\example.org",
    "https://user:pass@example.org/",
    "https://",
    "",
  ];

  it("open for http, https and mailto alone", async () => {
    const { window } = await scene();
    for (const url of [...good, ...bad]) {
      const answered = await window.ask("openLink", { url });
      counts.links++;
      expect(answered.ok, JSON.stringify(url)).toBe(good.includes(url));
    }
    counts["links opened"] = window.opened.length;
    expect(window.opened).toEqual(good.map(outsideAddress));
    await window.close();
  });
});
