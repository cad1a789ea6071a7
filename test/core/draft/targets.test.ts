import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { makeDraft } from "#core/draft/draft.ts";
import type { WrittenFields } from "#core/draft/fields.ts";
import type { TargetOptions } from "#core/draft/target.ts";
import { type DraftTarget, targets } from "#core/draft/targets.ts";
import { sanitise } from "../../../electron/files/sanitise.ts";
import { fixture, partOf } from "./reading.ts";

const now = "2026-11-24T09:30:00+01:00";

const made = (target: DraftTarget, text: string, fields: WrittenFields = {}, options: TargetOptions = {}) => {
  const draft = makeDraft([partOf(text, undefined, "notes/a.md")], { now, fields, target });
  const output = targets[target](draft, draft.fields, { sanitise, ...options });
  const [, front = "", body = ""] = /^---\n([\s\S]*?)\n---\n\n?([\s\S]*)$/u.exec(output.files[0]?.text ?? "") ?? [];
  return {
    ...output,
    path: output.files[0]?.path ?? "",
    whole: output.files[0]?.text ?? "",
    front,
    body,
    yaml: front === "" ? {} : parse(front),
  };
};

const ready =
  "# Rollers & Ink: 1.10\n\nRollers are soft, so they are taken off for the night, every night.\n\nOne\ntwo  \nthree.\n";
const fields = {
  tags: ["Letter Press", "ink"],
  description: 'Say "no": yes',
  categories: ["Shop"],
  series: "Evenings",
};

test("every target has its own path and fields", () => {
  expect(made("markdown", ready, fields)).toMatchObject({
    path: "rollers-ink-1-10.md",
    yaml: { title: "Rollers & Ink: 1.10", tags: ["Letter Press", "ink"], description: 'Say "no": yes' },
  });
  expect(made("hugo", ready, fields)).toMatchObject({
    path: "rollers-ink-1-10/index.md",
    yaml: { draft: false, slug: "rollers-ink-1-10", categories: ["Shop"], series: ["Evenings"] },
  });
  const jekyll = made("jekyll", ready, fields);
  expect(jekyll.path).toBe("_posts/2026-11-24-rollers-ink-1-10.md");
  expect(jekyll.front).toContain("\ndate: 2026-11-24 09:30:00 +0100\n");
  expect(jekyll.yaml).toMatchObject({ layout: "post", tags: ["Letter Press", "ink"] });
  expect(jekyll.yaml).not.toHaveProperty("published");
  expect(made("devto", ready, fields)).toMatchObject({
    path: "rollers-ink-1-10.md",
    yaml: { published: true, tags: "letterpress, ink", series: "Evenings" },
  });
  expect(made("hashnode", ready, { ...fields, domain: "x.example.org" }).yaml).toMatchObject({
    tags: "letter-press, ink",
    domain: "x.example.org",
    saveAsDraft: false,
    seriesSlug: "evenings",
  });
});

test("a date and all texts are read as such by a YAML 1.1 reader, too", () => {
  const { front } = made("hugo", ready, {
    title: "yes",
    tags: ["on", "1.10", "12:30", "null", "2026-01-01", "a: b", "#x"],
  });
  const old = parse(front, { version: "1.1" });
  expect(old).toMatchObject({ title: "yes", tags: ["on", "1.10", "12:30", "null", "2026-01-01", "a: b", "#x"] });
  expect(old.date).toEqual(new Date("2026-11-24T08:30:00Z"));
});

test("astro's blog schema takes the front matter, by its own names where asked", () => {
  const schema = z.strictObject({
    title: z.string(),
    description: z.string(),
    pubDate: z.coerce.date(),
    updatedDate: z.coerce.date().optional(),
    heroImage: z.string().optional(),
    tags: z.array(z.string()).optional(),
  });
  const post = made("astro", ready, fields);
  expect(post.path).toBe("src/content/blog/rollers-ink-1-10.md");
  expect(schema.parse(post.yaml).pubDate).toEqual(new Date("2026-11-24T08:30:00Z"));
  const own = made("astro", ready, fields, { rename: { pubDate: "date", tags: "" } });
  expect(own.yaml).toHaveProperty("date");
  expect(own.yaml).not.toHaveProperty("pubDate");
  expect(own.yaml).not.toHaveProperty("tags");
});

test("what is not ready goes out as a draft, and says why", () => {
  const text = `${ready}\n- FIXME\n  x: "y" # z\n`;
  const marks = {
    hugo: { draft: true },
    jekyll: { published: false },
    astro: { draft: true },
    devto: { published: false },
  };
  for (const [target, mark] of Object.entries(marks)) {
    const { yaml, front } = made(target as DraftTarget, text);
    expect(yaml).toMatchObject(mark);
    expect(front).toContain('# Not ready: notes/a.md, line 9: "FIXME" is left to mend.');
  }
  expect(made("hashnode", text).yaml).toMatchObject({ saveAsDraft: true });
  expect(made("markdown", text).yaml).toMatchObject({ draft: true });
  const html = made("html", text).whole;
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toContain("<li>Not ready: notes/a.md, line 9: &quot;FIXME&quot; is left to mend.</li>");
  expect(made("hugo", ready, { draft: true }).yaml).toMatchObject({ draft: true });
});

test("the date of a post is no way into its front matter or path", () => {
  const { front, path } = made("jekyll", ready, {
    date: "2026-01-01\nevil: yes",
    slug: "../../x/../y",
    updated: "../",
  });
  expect(front).not.toContain("evil");
  expect(path).toBe("_posts/2026-11-24-x-y.md");
});

describe("images", () => {
  const text =
    '# T\n\n![a](../img/A%20b.PNG) ![b](<c d.jpg> "t") ![c][r] ![[e.svg|20]] ![f](../img/a-b.png)\n\n[r]: /top.gif\n';
  const from = ["img/A b.PNG", "notes/c d.jpg", "notes/e.svg", "img/a-b.png", "top.gif"];

  test("are copied under plain names, two of the same name apart", () => {
    const hugo = made("hugo", text);
    expect(hugo.copies.map((copy) => copy.from).sort()).toEqual([...from].sort());
    expect(hugo.copies.map(({ to }) => to)).toEqual(["t/a-b.png", "t/c-d.jpg", "t/top.gif", "t/e.svg", "t/a-b-2.png"]);
    expect(hugo.body).toBe('![a](a-b.png) ![b](c-d.jpg "t") ![c][r] ![](e.svg) ![f](a-b-2.png)\n\n[r]: top.gif\n');
  });

  test("stand where each target looks for them", () => {
    expect(made("markdown", text).whole).toContain("![a](images/a-b.png)");
    expect(made("jekyll", text).body).toContain('![a]({{ "/assets/images/t/a-b.png" | relative_url }})');
    expect(made("astro", text).body).toContain("![a](./t/a-b.png)");
    expect(made("astro", text).copies[0]?.to).toBe("src/content/blog/t/a-b.png");
    const devto = made("devto", text, {}, { imageBase: "https://cdn.example.org/x" });
    expect(devto.body).toContain("![a](https://cdn.example.org/x/a-b.png)");
    expect(made("devto", text).warnings.join()).toContain("upload images/a-b.png");
  });

  test("stand in the HTML page itself, and nothing is fetched", () => {
    const images = new Map(from.map((path) => [path, "data:image/png;base64,AAAA"]));
    const page = made(
      "html",
      `${text}\n![far](https://example.org/x.png) ![](https://example.org/y.png)\n`,
      {},
      { images },
    );
    expect(page.whole.match(/src="data:image\/png;base64,AAAA"/gu)).toHaveLength(5);
    expect(page.whole).not.toMatch(/src="(?!data:)/u);
    expect(page.whole).toContain('<a href="https://example.org/x.png">far</a>');
    expect(page.whole).toContain('<a href="https://example.org/y.png">https://example.org/y.png</a>');
    expect(page.whole).not.toMatch(/url\(|@import|<link|<script/u);
  });
});

describe("links", () => {
  const text =
    "# T\n\n[n](b.md#x) [[b|w]] [[b]] [f](data.csv) [[gone#h]] [a](#here) [r][r] [bad](file:///etc/passwd) [w](https://example.org)\n\n## Here\n\nx\n\n[r]: ../c.md\n";

  test("to notes become words, and are named", () => {
    const { body, warnings } = made("hugo", text);
    expect(body.split("\n")[0]).toBe("n w b [f](data.csv) gone#h [a](#here) r bad [w](https://example.org)");
    expect(body).not.toContain("[r]:");
    expect(warnings.map((warning) => /"(.*?)"/u.exec(warning)?.[1])).toEqual([
      "b.md#x",
      "b",
      "b",
      "data.csv",
      "gone#h",
      "../c.md",
      "file:///etc/passwd",
    ]);
  });

  test("to notes that were exported lead to their posts", () => {
    const posts = new Map([
      ["notes/b.md", "/posts/b/"],
      ["c.md", "https://example.org/c"],
    ]);
    expect(made("hugo", text, {}, { posts }).body.split("\n")[0]).toBe(
      "[n](/posts/b/#x) [w](/posts/b/) [b](/posts/b/) [f](data.csv) gone#h [a](#here) [r](https://example.org/c) bad [w](https://example.org)",
    );
  });
});

test("dev.to gets paragraphs on one line, even when lines are not joined", () => {
  const draft = makeDraft([partOf("# T\n\none\ntwo  \nthree\n")], { now, off: ["lines"] });
  expect(targets.devto(draft, draft.fields, {}).files[0]?.text).toContain("one two  \nthree");
});

test("a plain-words title is no Markdown in the Markdown file", () => {
  expect(made("markdown", ready, { title: "# *a* [b](c) <d>\n---" }).body).toMatch(
    /^# # \\\*a\\\* \\\[b\\\]\(c\) \\<d\\> ---\n/u,
  );
});

test("a fragment is the body alone", () => {
  expect(made("html", "# T\n\n*a*\n", {}, { fragment: true }).whole).toBe("<p><em>a</em></p>\n");
});

test("HTML shows tasks, tables, notes and code as such", () => {
  const { whole } = made("html", fixture("notebook/paper.md"));
  expect(whole).toMatch(/<li class="task"><input[^>]*checked[^>]*> ?Sheets cut/u);
  expect(whole).toContain("[/] Sheets half counted");
  expect(whole).toContain('<th style="text-align:right">mm</th>');
  expect(whole).toContain('<a href="#fn1" id="fnref1">[1]</a>');
  expect(whole).not.toContain("Nobody reads this");
  expect(whole).not.toContain("ask Mel");
});
