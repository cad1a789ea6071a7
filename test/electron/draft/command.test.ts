import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesIn, lecternDraft, tempFolder, tempNotebook } from "./notebook.ts";

const blogPost = ["press.md", "--section", "Blog Post"];
const name = "the-platen-press-what-is-it-for-how-do-i-print-a-card-on-one";

test("prints the post, and what is not ready to stderr", async () => {
  const { code, stdout, stderr } = await lecternDraft(tempNotebook(), blogPost);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^---\n# Not ready: press\.md, line 40: /u);
  expect(stdout).toContain("\n## What is a platen press?\n\nA platen press closes like a clam.");
  expect(stderr).toContain('press.md:40: "FIXME DIAGRAMS of both, side by side" is left to mend.');
});

test("--check lists what is not ready, writes nothing, and says no", async () => {
  const notebook = tempNotebook();
  const before = filesIn(notebook);
  const { code, stdout } = await lecternDraft(notebook, [...blogPost, "--check", "--out", "out"]);
  expect(code).toBe(1);
  expect(stdout.split("\n").map((line) => line.split(" ")[0])).toEqual([
    "press.md:40:",
    "press.md:42:",
    "press.md:73:",
    "press.md:81:",
    "press.md:93:",
    "press.md:94:",
    "",
  ]);
  expect(filesIn(notebook)).toEqual(before);
});

test("--check says yes to a text that is ready, and exports it when asked to", async () => {
  const notebook = tempNotebook();
  expect(await lecternDraft(notebook, ["inks.md", "--section", "Ink", "--check"])).toEqual({
    code: 0,
    stdout: 'inks.md: "Ink" is ready.\n',
    stderr: "",
  });
  expect((await lecternDraft(notebook, ["inks.md", "--section", "Ink", "--check", "--out", "out"])).code).toBe(0);
  expect(filesIn(join(notebook, "out"))).toEqual(["ink.md"]);
});

test("--out writes the post with its images, and again changes nothing, on another day", async () => {
  const notebook = tempNotebook();
  const args = [...blogPost, "--target", "hugo", "--out", "out"];
  const first = await lecternDraft(notebook, args);
  expect(first.code, first.stderr).toBe(0);
  expect(first.stdout.split("\n")).toEqual([`out/${name}/index.md`, `out/${name}/platen-closed.png`, ""]);
  expect(filesIn(join(notebook, "out"))).toEqual([`${name}/index.md`, `${name}/platen-closed.png`]);
  const image = readFileSync(join(notebook, "img", "Platen Closed.png"));
  expect(readFileSync(join(notebook, "out", name, "platen-closed.png"))).toEqual(image);
  const text = readFileSync(join(notebook, "out", name, "index.md"), "utf8");
  const again = await lecternDraft(notebook, args, "2027-01-01T00:00:00Z");
  expect(again).toMatchObject({ code: 0, stdout: "" });
  expect(readFileSync(join(notebook, "out", name, "index.md"), "utf8")).toBe(text);
});

test("edits made by hand in the post stay when the note changes elsewhere", async () => {
  const notebook = tempNotebook();
  const args = ["inks.md", "--section", "Ink", "--out", "out"];
  await lecternDraft(notebook, args);
  const post = join(notebook, "out", "ink.md");
  const note = join(notebook, "inks.md");
  writeFileSync(post, readFileSync(post, "utf8").replace("Pull a proof.", "Pull two proofs."));
  writeFileSync(note, readFileSync(note, "utf8").replace("leaves no stripe", "leaves no mark"));
  const { code } = await lecternDraft(notebook, args);
  expect(code).toBe(0);
  const after = readFileSync(post, "utf8");
  expect(after).toContain("Pull two proofs.");
  expect(after).toContain("leaves no mark");
});

test("a post that was edited where the note changed is left as it is, and both are shown", async () => {
  const notebook = tempNotebook();
  const args = ["inks.md", "--section", "Ink", "--out", "out"];
  await lecternDraft(notebook, args);
  const post = join(notebook, "out", "ink.md");
  const note = join(notebook, "inks.md");
  const mine = readFileSync(post, "utf8").replace("Pull a proof.", "Pull two proofs.");
  writeFileSync(post, mine);
  writeFileSync(note, readFileSync(note, "utf8").replace("Pull a proof.", "Pull no proof."));
  for (const attempt of [1, 2]) {
    const { code, stderr } = await lecternDraft(notebook, args);
    expect(code, `attempt ${attempt}`).toBe(3);
    expect(stderr).toContain("=======");
    expect(stderr).toContain("out/ink.md was edited where the draft changed, and was left as it is.");
    expect(readFileSync(post, "utf8")).toBe(mine);
  }
});

test("a file that was there before is not written over", async () => {
  const notebook = tempNotebook();
  mkdirSync(join(notebook, "out"));
  writeFileSync(join(notebook, "out", "ink.md"), "mine\n");
  const { code } = await lecternDraft(notebook, ["inks.md", "--section", "Ink", "--out", "out"]);
  expect(code).toBe(3);
  expect(readFileSync(join(notebook, "out", "ink.md"), "utf8")).toBe("mine\n");
});

test("an image that leads out of the notebook is not copied", async () => {
  const notebook = tempNotebook();
  const secret = join(tempFolder(), "secret.png");
  writeFileSync(secret, "secret");
  symlinkSync(secret, join(notebook, "link.png"));
  writeFileSync(join(notebook, "n.md"), "# N\n\n![a picture](link.png) ![up](../secret.png)\n");
  const { code, stderr } = await lecternDraft(notebook, ["n.md", "--section", "N", "--out", "out"]);
  expect(code).toBe(0);
  expect(stderr).toContain("link.png leads out of the notebook.");
  expect(filesIn(join(notebook, "out"))).toEqual(["n.md"]);
  const page = await lecternDraft(notebook, ["n.md", "--section", "N", "--target", "html"]);
  expect(page.stdout).not.toContain(Buffer.from("secret").toString("base64"));
});

test("a link in the export folder leads nothing out of it", async () => {
  const notebook = tempNotebook();
  const elsewhere = tempFolder();
  mkdirSync(join(notebook, "out"));
  symlinkSync(elsewhere, join(notebook, "out", "ink"));
  const { code } = await lecternDraft(notebook, ["inks.md", "--section", "Ink", "--target", "hugo", "--out", "out"]);
  expect(code).toBe(3);
  expect(filesIn(elsewhere)).toEqual([]);
});

test("wrong use is one sentence and exit code 2", async () => {
  const notebook = tempNotebook();
  for (const [args, words] of [
    [[], "It takes one file."],
    [["a.md", "b.md", "--section", "x"], "It takes one file."],
    [["inks.md"], "Name the section with --section."],
    [["inks.md", "--section", "Ink", "--target", "myspace"], 'There is no target "myspace".'],
    [["inks.md", "--section", "Ink", "--bla"], "Unknown option '--bla'."],
    [["inks.md", "--section", "Nothing"], 'inks.md has no section "Nothing".'],
    [["press.md", "--section", "Area"], "press.md has 2 sections"],
  ] as const) {
    const { code, stdout, stderr } = await lecternDraft(notebook, args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^lectern draft: /u);
    expect(stderr).toContain(words);
  }
});

test("what can't be read or written is one sentence and exit code 3", async () => {
  const notebook = tempNotebook();
  writeFileSync(join(notebook, "binary.md"), Buffer.from([0, 1, 2, 0, 255, 254, 0, 0]));
  writeFileSync(join(notebook, "file"), "x");
  for (const [args, words] of [
    [["gone.md", "--section", "x"], "There is no file gone.md."],
    [["img", "--section", "x"], "img is a folder; name one of its notes."],
    [["binary.md", "--section", "x"], "binary.md"],
    [["inks.md", "--section", "Ink", "--out", "file/deeper"], "file/deeper"],
  ] as const) {
    const { code, stderr } = await lecternDraft(notebook, args);
    expect(code, stderr).toBe(3);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/\n\s+at /u);
  }
});

test("a notebook with odd names and line ends exports as well", async () => {
  const notebook = tempNotebook();
  writeFileSync(join(notebook, "ö %20 #.md"), "\uFEFF# Größe & Maß\r\n\r\nx\r\ny\r\n");
  const { code, stdout } = await lecternDraft(notebook, ["ö %20 #.md", "--section", "Größe & Maß", "--out", "out"]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "out/grosse-mass.md\n" });
  expect(readFileSync(join(notebook, "out", "grosse-mass.md"), "utf8")).toContain("\n# Größe \\& Maß\n\nx y\n");
});

test("front matter comes in TOML and a page without its frame where they are asked for, and only there", async () => {
  const notebook = tempNotebook();
  const ink = ["inks.md", "--section", "Ink"];
  const toml = await lecternDraft(notebook, [...ink, "--target", "hugo", "--front-matter", "toml"]);
  expect(toml.stdout).toMatch(/^\+\+\+\ntitle = "Ink"\n/u);
  const fragment = await lecternDraft(notebook, [...ink, "--target", "html", "--fragment"]);
  expect(fragment.stdout).toMatch(/^<(?:p|h2)\b/u);
  expect(fragment.stdout).not.toContain("<body");
  for (const wrong of [["--front-matter", "toml"], ["--fragment"], ["--front-matter", "json"]]) {
    expect(await lecternDraft(notebook, [...ink, ...wrong])).toMatchObject({ code: 2, stdout: "" });
  }
});
