import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { makeDraft } from "#core/draft/draft.ts";
import { targets } from "#core/draft/targets.ts";
import { filesIn, hasProgram, lecternDraft, posts, runProgram, tempFolder, tempNotebook } from "./notebook.ts";

/** The words of HTML as a browser shows them, quotes and dashes aside. */
const wordsOfHtml = (html: string): readonly string[] => {
  let text = "";
  let hidden = 0;
  const skipped = (name: string) => ["style", "head", "script"].includes(name);
  const parser = new Parser({
    onopentag: (name) => {
      hidden += skipped(name) ? 1 : 0;
      text += ["em", "strong", "code", "a", "span", "sup"].includes(name) ? "" : " ";
    },
    onclosetag: (name) => {
      hidden -= skipped(name) ? 1 : 0;
      text += ["em", "strong", "code", "a", "span", "sup"].includes(name) ? "" : " ";
    },
    ontext: (piece) => {
      if (hidden === 0) text += piece;
    },
  });
  parser.end(html);
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
};

/** What each built post must show: words from prose, code, lists, tables and notes, and template code as it was. */
const expectations: Readonly<Record<string, readonly string[]>> = {
  "press.md": [
    "nothing rolls over the paper so what is printed stays",
    "gauge top 18pt left 24pt",
    "tickets numbered ones",
  ],
  "templates.md": [
    "figure src a png",
    "for post in site posts",
    "range pages",
    "raw kept endraw",
    "already escaped",
    "pipe in a sentence is no table at all",
    "echo open echo open",
  ],
  "paper.md": ["damp sheets stretch", "fan the pile first", "card post 148 105 1", "the mill s sheet says 240 g"],
  "inks.md": ["yellow 9 blue 1", "glass or stone", "trust the tin trust the proof"],
  "wheels.md": ["数える輪は便利です", "six digits"],
};

const expectPosts = (pages: ReadonlyMap<string, string>) => {
  for (const [note] of posts) {
    const words = wordsOfHtml(pages.get(note) ?? "").join(" ");
    for (const phrase of expectations[note] ?? []) expect(words, note).toContain(phrase);
  }
};

const slugs: Readonly<Record<string, string>> = {
  "press.md": "the-platen-press-what-is-it-for-how-do-i-print-a-card-on-one",
  "templates.md": "template-languages",
  "paper.md": "paper",
  "inks.md": "ink",
  "wheels.md": "wheels",
};

const exportAll = async (notebook: string, target: string, out: string): Promise<void> => {
  for (const [note, section] of posts) {
    const { code, stderr } = await lecternDraft(notebook, [
      note,
      "--section",
      section,
      "--target",
      target,
      "--out",
      out,
    ]);
    expect(code, stderr).toBe(0);
  }
};

const hugoConfig = 'title = "Shop"\nbaseURL = "https://example.org/"\n[markup.highlight]\ncodeFences = false\n';

describe.skipIf(!hasProgram("hugo"))("hugo", () => {
  test("builds the five posts without a warning", async () => {
    const notebook = tempNotebook();
    const site = join(notebook, "site");
    await exportAll(notebook, "hugo", join(site, "content", "posts"));
    mkdirSync(join(site, "layouts", "_default"), { recursive: true });
    writeFileSync(join(site, "config.toml"), hugoConfig);
    writeFileSync(join(site, "layouts", "_default", "single.html"), "<main><h1>{{ .Title }}</h1>{{ .Content }}</main>");
    writeFileSync(join(site, "layouts", "_default", "list.html"), "{{ range .Pages }}{{ .Title }}{{ end }}");
    writeFileSync(join(site, "layouts", "index.html"), "home");
    const said = runProgram("hugo", ["--buildDrafts", "--panicOnWarning"], site);
    expect(said).not.toMatch(/WARN|ERROR/u);
    const page = (note: string) => readFileSync(join(site, "public", "posts", slugs[note] ?? "", "index.html"), "utf8");
    expectPosts(new Map(posts.map(([note]) => [note, page(note)])));
    expect(page("templates.md")).toContain("{{&lt;/* already escaped */&gt;}}");
    expect(page("templates.md")).toContain("<code>{{&lt; figure src=&quot;a.png&quot; &gt;}}</code>");
    expect(page("paper.md")).toContain('src="grain-test-2.png"');
    expect(filesIn(join(site, "public", "posts", "paper"))).toContain("grain-test-2.png");
  });

  test("reads TOML front matter, whatever stands in it", () => {
    const site = tempFolder();
    const title = "Quotes \" and \\ and '; 1.10 = yes # +++ {{< x >}} \u0007 \u{1F5A8} naïve";
    const draft = makeDraft([{ note: "a.md", text: "# A\n\nx", section: null }], {
      now: "2026-11-24T10:00:00+01:00",
      fields: { title, slug: "nasty", tags: ["a, b", 'c"]'], series: "S" },
    });
    const [file] = targets.hugo(draft, draft.fields, { frontMatter: "toml" }).files;
    mkdirSync(join(site, "content", "nasty"), { recursive: true });
    mkdirSync(join(site, "layouts", "_default"), { recursive: true });
    writeFileSync(join(site, "config.toml"), hugoConfig);
    writeFileSync(join(site, "content", file?.path ?? ""), file?.text ?? "");
    const layout =
      '{{ dict "title" .Title "tags" .Params.tags "day" (.Date.Format "2006-01-02T15:04:05Z07:00") | jsonify | safeHTML }}';
    writeFileSync(join(site, "layouts", "_default", "single.html"), layout);
    runProgram("hugo", [], site);
    const page = readFileSync(join(site, "public", "nasty", "index.html"), "utf8");
    expect(JSON.parse(page)).toEqual({ title, tags: ["a, b", 'c"]'], day: "2026-11-24T10:00:00+01:00" });
  });

  test("leaves out what is not ready", async () => {
    const notebook = tempNotebook();
    const site = join(notebook, "site");
    await exportAll(notebook, "hugo", join(site, "content", "posts"));
    writeFileSync(join(site, "config.toml"), hugoConfig);
    const list = runProgram("hugo", ["list", "drafts"], site);
    expect(list).toContain(slugs["press.md"]);
    expect(list).not.toContain("ink/index.md");
  });
});

describe.skipIf(!hasProgram("jekyll"))("jekyll", () => {
  test("builds the five posts without a warning, and leaves out what is not ready", async () => {
    const notebook = tempNotebook();
    const site = join(notebook, "site");
    await exportAll(notebook, "jekyll", site);
    mkdirSync(join(site, "_layouts"));
    writeFileSync(join(site, "_config.yml"), "title: Shop\nbaseurl: /shop\ntimezone: UTC\nfuture: true\n");
    writeFileSync(join(site, "_layouts", "post.html"), "<main><h1>{{ page.title | escape }}</h1>{{ content }}</main>");
    const said = runProgram("jekyll", ["build", "--unpublished", "--trace", "--strict_front_matter"], site);
    expect(said).not.toMatch(/warn|error|deprecat/iu);
    const path = (note: string) => join(site, "_site", "2026", "11", "24", `${slugs[note]}.html`);
    const page = (note: string) => readFileSync(path(note), "utf8");
    expectPosts(new Map(posts.map(([note]) => [note, page(note)])));
    expect(page("templates.md")).toContain("{{ 1 | plus: 1 }}");
    expect(page("templates.md").match(/<table>/gu)).toHaveLength(1);
    expect(page("paper.md")).toContain('src="/shop/assets/images/paper/grain-test-2.png"');
    runProgram("jekyll", ["build"], site);
    expect(filesIn(join(site, "_site")).filter((name) => name.endsWith(".html"))).toHaveLength(4);
  });
});

describe.skipIf(!hasProgram("pandoc"))("pandoc", () => {
  test("reads the words of the Markdown and of the HTML as the same", async () => {
    const notebook = tempNotebook();
    // Pandoc knows no footnote that only another footnote calls, and repeats one that is called twice.
    const inks = readFileSync(join(notebook, "inks.md"), "utf8");
    writeFileSync(join(notebook, "inks.md"), inks.replace("Do not[^1]", "Do not"));
    const paper = readFileSync(join(notebook, "paper.md"), "utf8");
    writeFileSync(join(notebook, "paper.md"), paper.replace(", as in note[^mill]", ""));
    for (const [note, section] of posts.filter(([name]) => name !== "templates.md")) {
      const args = [note, "--section", section, "--target"];
      // Hugo's Markdown is the plain one: callouts are quotes there, as they are in HTML.
      const markdown = await lecternDraft(notebook, [...args, "hugo"]);
      const html = await lecternDraft(notebook, [...args, "html"]);
      const body = markdown.stdout.replace(/^---\n[\s\S]*?\n---\n/u, "");
      const plain = (text: string, format: string) =>
        runProgram("pandoc", ["-f", format, "-t", "plain", "--wrap=none"], notebook, text)
          .toLowerCase()
          .replace(/[☐☒]/gu, "")
          .match(/[\p{L}\p{N}]+/gu);
      const article =
        (html.stdout.split("</header>")[1] ?? "").replace(/<aside[\s\S]*?<\/aside>/u, "").split("</article>")[0] ?? "";
      const fromHtml = plain(article, "html")?.filter((word) => !/^\d+$/u.test(word));
      const fromMarkdown = plain(body, "gfm+footnotes")?.filter((word) => !/^\d+$/u.test(word));
      expect(fromHtml?.length, note).toBeGreaterThan(10);
      expect(fromHtml, note).toEqual(fromMarkdown);
    }
  });
});
