import fc from "fast-check";
import { Parser } from "htmlparser2";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { allowedHtml } from "#core/draft/allowed-html.ts";
import { makeDraft } from "#core/draft/draft.ts";
import { renderHtml } from "#core/draft/html.ts";
import { type DraftTarget, targets } from "#core/draft/targets.ts";
import { sanitise } from "../../../electron/files/sanitise.ts";
import { attacks } from "./payloads.ts";

const tags: ReadonlySet<string> = new Set(allowedHtml.tags);
const pageTags = new Set("html head body meta title style article header time aside".split(" "));
const names: ReadonlySet<string> = new Set(Object.values(allowedHtml.attributes).flat());
const pageNames = new Set(["lang", "charset", "http-equiv", "content", "name", "datetime"]);

/** Whether an address has no scheme, or a harmless one, as browsers read it (URL Standard, 4.4: they drop tabs). */
const safeScheme = (address: string): boolean => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them
  const scheme = /^[\u0000-\u0020]*([a-z][a-z0-9+.\-\t\n\r]*):/iu.exec(address)?.[1]?.replace(/[\t\n\r]/gu, "");
  return scheme === undefined ? !/^[\\/]{2}/u.test(address) : /^(?:https?|mailto)$/iu.test(scheme);
};

/** What stands in HTML that should not: elements, attributes and addresses beyond the list. */
const dangers = (html: string): readonly string[] => {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      if (!tags.has(tag) && !pageTags.has(tag)) found.push(`<${tag}>`);
      for (const [name, value] of Object.entries(attributes)) {
        if (!names.has(name) && !pageNames.has(name)) found.push(`${name} of <${tag}>`);
        if (name === "href" && !safeScheme(value)) found.push(`href ${value}`);
        if (name === "src" && !/^data:(?:,$|image\/[a-z+.-]+;base64,[A-Za-z0-9+/=]*$)/u.test(value))
          found.push(`src ${value}`);
        if (name === "style" && !/^text-align:(?:left|right|center);?$/u.test(value)) found.push(`style ${value}`);
      }
    },
  });
  parser.end(html);
  return found;
};

const now = "2026-11-24T10:00:00+00:00";

const page = (text: string, fields = {}) => {
  const draft = makeDraft([{ note: "n.md", text, section: null }], { now, fields });
  return targets.html(draft, draft.fields, { sanitise }).files[0]?.text ?? "";
};

test("there are more than 300 attacks", () => {
  expect(new Set(attacks).size).toBeGreaterThan(300);
});

test("the parser of this test sees dangers", () => {
  expect(
    dangers('<script>x</script><p onclick="x"><a href="javascript:x"></a><img src="https://example.org/x">'),
  ).toHaveLength(4);
});

test("no attack in the text of a note survives in a page", () => {
  for (const attack of attacks) expect(dangers(page(`# T\n\n${attack}\n\nend`)), attack).toEqual([]);
});

test("no attack in a heading, a title, front matter or the name of a note survives in a page", () => {
  for (const attack of attacks) {
    const fields = {
      title: attack,
      description: attack,
      author: attack,
      tags: [attack],
      date: attack,
      slug: attack,
      cover: attack,
    };
    expect(dangers(page("# T\n\nx", fields)), attack).toEqual([]);
    const line = attack.replace(/\n+/gu, " ");
    expect(dangers(page(`# ${line}\n\n## ${line}\n\nFIXME ${line}\n`)), attack).toEqual([]);
    const draft = makeDraft([{ note: attack, text: "# T\n\nFIXME ![x](y.png)", section: null }], { now });
    expect(dangers(targets.html(draft, draft.fields, { sanitise }).files[0]?.text ?? ""), attack).toEqual([]);
  }
});

test("no attack in the name of an image survives, and none breaks out of its data", () => {
  for (const attack of attacks) {
    const name = attack.replace(/[\n<>]/gu, "");
    const draft = makeDraft([{ note: "n.md", text: `# T\n\n![x](<${name}.png>)\n![[${name}.png]]`, section: null }], {
      now,
    });
    const images = new Map([[`${name}.png`, 'data:image/png;base64,AAAA" onerror="alert(1)']]);
    expect(dangers(targets.html(draft, draft.fields, { sanitise, images }).files[0]?.text ?? ""), attack).toEqual([]);
    for (const { to } of targets.hugo(draft, draft.fields, {}).copies) expect(to).toMatch(/^t\/[\p{L}\p{N}.-]+$/u);
  }
});

test("no attack breaks out of front matter", () => {
  const breaks = [
    "---\nevil: 1",
    "x\n---\n",
    "\u2028evil: 1",
    '"\nevil: 1',
    "'\nevil: 1",
    "# x\nevil: 1",
    "{{ evil }}",
    "+++\n",
  ];
  for (const attack of [...attacks, ...breaks]) {
    const fields = {
      title: attack,
      description: attack,
      tags: [attack],
      author: attack,
      date: attack,
      updated: attack,
    };
    const draft = makeDraft([{ note: `${attack}.md`, text: `FIXME ${attack}`, section: null }], { now, fields });
    for (const target of [
      "hugo",
      "jekyll",
      "astro",
      "devto",
      "hashnode",
      "markdown",
    ] as const satisfies DraftTarget[]) {
      const text = targets[target](draft, draft.fields, {}).files[0]?.text ?? "";
      const front = /^---\n([\s\S]*?)\n---\n/u.exec(text)?.[1] ?? "";
      const read = parse(front);
      expect(read.title, target).toBe(attack.replace(/\s+/gu, " ").trim());
      expect(read).not.toHaveProperty("evil");
    }
  }
});

test("rendered HTML is safe before it is sanitised, too", () => {
  for (const attack of attacks) {
    const rendered = renderHtml(attack, (html) => html);
    // An image's data may be linked to; that shows an image.
    const bad = dangers(rendered).filter(
      (danger) => !/^(?:src |href data:image\/(?:png|gif|jpeg|webp);)/u.test(danger),
    );
    expect(bad, attack).toEqual([]);
  }
});

test("the sanitiser alone stops raw HTML", () => {
  for (const attack of attacks) {
    const bad = dangers(sanitise(attack)).filter((danger) => !/^src (?!\s*(?:javascript|vbscript))/iu.test(danger));
    expect(bad, attack).toEqual([]);
  }
});

test("no mixture of attacks does what none does alone", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...attacks, "\n\n", "> ", "- ", "`", "\\", "**", "|"), { maxLength: 6 }),
      (pieces) => {
        expect(dangers(page(`# T\n\n${pieces.join("")}`))).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});
