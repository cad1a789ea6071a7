import { HtmlRenderer, type Node, Parser } from "commonmark";
import { tests } from "commonmark-spec";
import { expect, test } from "vitest";
import { headings } from "#core/outline/headings.ts";

const render = (node: Node): string => new HtmlRenderer().render(node).trim();

/** Headings of the reference implementation: line, depth and rendered content. */
const reference = (markdown: string): string[] => {
  const walker = new Parser().parse(markdown).walker();
  const found: string[] = [];
  for (let event = walker.next(); event; event = walker.next()) {
    if (!event.entering || event.node.type !== "heading") continue;
    const html = render(event.node).replace(/^<h\d>|<\/h\d>$/g, "");
    found.push(`${event.node.sourcepos[0][0]} ${event.node.level} ${html}`);
  }
  return found;
};

/** The same from our headings; references resolve because the note's own definitions are put behind the text. */
const ours = (markdown: string): string[] =>
  headings(markdown).map(({ line, depth, text }) => {
    const definitions = markdown.split("\n").filter((row) => /^ {0,3}\[[^\]]+\]:/.test(row));
    const html = render(
      new Parser().parse(`# ${text.replace(/[ \t]*\n[ \t]*/g, "&#10;")} #\n\n${definitions.join("\n")}\n`),
    );
    return `${line} ${depth} ${html.replace(/^<h1>|<\/h1>$/g, "")}`;
  });

test(`headings agree with CommonMark on all ${tests.length} examples of its specification`, () => {
  expect(tests.length).toBe(652);
  for (const { number, markdown } of tests) expect(ours(markdown), `example ${number}`).toEqual(reference(markdown));
});

test("a heading's span covers its inline content and nothing else", () => {
  const text = "> ## Two *words* ##\n\nUnder\nlined\n===\n";
  expect(headings(text).map(({ from, to }) => text.slice(from, to))).toEqual(["Two *words*", "Under\nlined"]);
});
