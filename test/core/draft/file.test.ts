import { expect, test } from "vitest";
import { type DraftFile, findParts, parseDraftFile, writeDraftFile } from "#core/draft/file.ts";
import { recognise } from "#core/outline/recognise.ts";
import { fixture } from "./reading.ts";

const draft: DraftFile = {
  version: 1,
  parts: [{ note: "press.md", section: ["Letterpress Evening Course", "Blog Post"], line: 24 }, { note: "inks.md" }],
  target: "hugo",
  fields: { title: "1.10", tags: ["yes", "ink"], draft: true },
  off: ["times"],
};

test("a draft file is small, readable, and reads back the same", () => {
  const text = writeDraftFile(draft);
  expect(text.split("\n").slice(0, 6)).toEqual([
    "version: 1",
    "parts:",
    "  - note: press.md",
    "    section:",
    "      - Letterpress Evening Course",
    "      - Blog Post",
  ]);
  expect(parseDraftFile(text, "d.yaml")).toEqual({ ok: true, value: draft });
});

test("writing again keeps comments, order and quotes of what did not change", () => {
  const before = `# my plan\ntarget: "hugo" # for now\nversion: 1\nparts:\n  - note: 'inks.md' # later\noff: []\n`;
  const read = parseDraftFile(before, "d.yaml");
  if (!read.ok) throw new Error(read.error.message);
  const after = writeDraftFile({ ...read.value, target: "jekyll" }, before);
  expect(after).toBe(before.replace("hugo", "jekyll"));
});

test("what is no draft file is refused in one sentence with file and line", () => {
  const refused = (text: string) => {
    const read = parseDraftFile(text, "d.yaml");
    return read.ok ? "ok" : read.error.message;
  };
  expect(refused("version: 1\nparts: [\n")).toMatch(/^d\.yaml, line \d: /u);
  expect(refused("version: 2\nparts: []\n")).toContain('d.yaml is no draft: "version"');
  expect(refused("version: 1\nparts: []\nextra: 1\n")).toContain("extra");
  expect(refused("version: 1\nparts: []\noff: [spelling]\n")).toContain('"off.0"');
  expect(refused("- a\n")).toContain("is no draft");
  expect(refused("")).toContain("is no draft");
  expect(refused("version: 1\nversion: 1\nparts: []\n")).toContain("line 2");
});

test("hostile YAML ends at once", () => {
  const bomb = `a: &a [x,x]\n${[..."bcdefghij"].map((k, i) => `${k}: &${k} [*${"abcdefghi"[i]},*${"abcdefghi"[i]}]`).join("\n")}\n`;
  const start = performance.now();
  for (const text of [
    bomb,
    "[".repeat(20_000),
    "- ".repeat(20_000),
    `${" ".repeat(900)}a`,
    "version: 1\nparts: []\n__proto__: {polluted: 1}\n",
    "x".repeat(2_000_000),
  ]) {
    expect(parseDraftFile(text, "d.yaml").ok).toBe(false);
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(performance.now() - start).toBeLessThan(500);
});

test("parts are found in the notes as they are now; what is gone is named", () => {
  const read = (note: string) => {
    if (note !== "press.md") return null;
    const text = `moved\n\n${fixture("notebook/press.md")}`;
    return { text, outline: recognise(text) };
  };
  const wanted: DraftFile = { ...draft, parts: [...draft.parts, { note: "press.md", section: ["Gone"] }] };
  const { parts, lost } = findParts(wanted, read);
  expect(parts.map(({ note, section }) => `${note}:${section?.line}`)).toEqual(["press.md:27"]);
  expect(lost.map(({ message }) => message)).toEqual([
    "The note inks.md is not there any more.",
    'press.md has no section "Gone" any more.',
  ]);
});
