import { expect, test } from "vitest";
import { recognise } from "#core/outline/recognise.ts";
import { linkList } from "#core/outline/shape/links.ts";

const list = (text: string, ...chosen: Parameters<typeof linkList>[2]) =>
  linkList({ text, outline: recognise(text) }, "rope/My knots (1).md", chosen);

const course = `# Knots

## Area 1: Rope & *twine*
### Beginner
1. [Bowline](https://example.org/a_(b)) - 30 min
2. Sheet [bend]
   - joins two ropes

### Advanced
1. Eye splice - 45 min

## Area 2: Boats
### Beginner
1. Rafts - 15 min
`;
const file = "My%20knots%20%281%29.md";

test("an area is copied with all beneath it: headings by their anchors, modules by their links", () => {
  expect(list(course, { area: 0 })).toBe(
    `- [Rope \\& twine](${file}#area-1-rope--twine)
  - [Beginner](${file}#beginner)
    - [Bowline](<https://example.org/a_(b)>)
    - [Sheet \\[bend\\]](${file})
  - [Advanced](${file}#advanced)
    - [Eye splice](${file})
`,
  );
});

test("a second heading of the same name has its own anchor", () => {
  expect(list(course, { area: 1, level: 0 })).toBe(`- [Beginner](${file}#beginner-1)\n  - [Rafts](${file})\n`);
  expect(list("# N\n## Area 1\n### A - 5 min\n### A - 5 min\n### A-1 - 5 min\n", { area: 0 })).not.toMatch(
    /(#\S+\)).*\n(?:.*\n)*.*\1/u,
  );
});

test("chosen nodes stand in the order of the note, each once", () => {
  expect(list(course, { area: 1 }, { area: 0, level: 0, module: 1 }, { area: 1, level: 0, module: 0 })).toBe(
    `- [Sheet \\[bend\\]](${file})
- [Boats](${file}#area-2-boats)
  - [Beginner](${file}#beginner-1)
    - [Rafts](${file})
`,
  );
  expect(list(course)).toBe("");
});
