import { describe, expect, test } from "vitest";
import { applyChanges } from "#core/note/merge.ts";
import { recognise } from "#core/outline/recognise.ts";
import { modulesOf } from "#core/outline/shape/node.ts";
import { setTime, typedMinutes } from "#core/outline/shape/time.ts";

/** The note after its module's planned time was set; the module has it, and nothing else is read differently. */
const timed = (text: string, title: string, minutes: number): string => {
  const outline = recognise(text);
  const target = modulesOf(outline).find(({ module }) => module.title === title);
  if (!target) throw new Error(`no module ${title}`);
  const shaped = setTime({ text, outline }, target.ref, minutes);
  if (!shaped.ok) throw new Error(shaped.error.message);
  const after = applyChanges(text, shaped.value.changes);
  const before = modulesOf(outline).map(({ module }) => [module.title, module.planned, module.spent]);
  expect(modulesOf(recognise(after)).map(({ module }) => [module.title, module.planned, module.spent])).toEqual(
    before.map(([name, planned, spent]) => [name, name === title ? minutes : planned, spent]),
  );
  return after;
};

const changed = (before: string, after: string): string[] => {
  const old = before.split("\n");
  return after.split("\n").filter((line) => !old.includes(line));
};

const numbered = `# Boats

## Rafts
### Beginner
1. Why Rafts Float - 30 min
   - Wood is lighter than water.
2. Knots And Ropes - 1 hr 20 min
   - A bowline holds.
3. Harbour Rules
   - Keep right.
`;
const headings = `# Boats

## Beginner

#### Why Rafts Float
Time: 15 min

Wood is light.

#### Knots And Ropes
Time: 45 min

Rope.

#### Harbour Rules

Keep right.
`;

describe("a planned time", () => {
  test("that stands there changes in its own style", () => {
    expect(changed(numbered, timed(numbered, "Why Rafts Float", 35))).toEqual(["1. Why Rafts Float - 35 min"]);
    expect(changed(numbered, timed(numbered, "Knots And Ropes", 125))).toEqual(["2. Knots And Ropes - 2 hr 5 min"]);
  });

  test("is written as the note writes such times elsewhere", () => {
    expect(changed(numbered, timed(numbered, "Harbour Rules", 20))).toEqual(["3. Harbour Rules - 20 min"]);
    expect(timed(headings, "Harbour Rules", 20)).toBe(
      headings.replace("#### Harbour Rules\n", "#### Harbour Rules\nTime: 20 min\n"),
    );
  });

  test("keeps line ends and what else stands on the line", () => {
    const crlf = numbered.replaceAll("\n", "\r\n");
    expect(timed(crlf, "Why Rafts Float", 5)).toBe(crlf.replace("30 min", "5 min"));
    const spent = "## Rafts\n### Beginner\n- [Knots](https://a.example/1) - 40 min (took 55 min)\n- Ropes - 10 min\n";
    expect(timed(spent, "Knots", 60)).toBe(spent.replace("40 min", "60 min"));
  });

  test("comes to a note that has no times at all", () => {
    const bare = "# Boats\n\n## Rafts\n### Beginner\n1. Why Rafts Float\n2. Knots And Ropes\n";
    expect(timed(bare, "Knots And Ropes", 45)).toBe(bare.replace("Ropes\n", "Ropes - 45 min\n"));
  });

  test("of a level without one is refused in words, and nothing changes", () => {
    const set = setTime({ text: numbered, outline: recognise(numbered) }, { area: 0, level: 0 }, 30);
    expect(set.ok ? "" : set.error.message).toContain("level");
  });
});

test("minutes are read as people type them", () => {
  for (const [text, minutes] of [
    ["45", 45],
    ["45m", 45],
    ["~ 20 mins", 20],
    ["1h30", 90],
    ["1.5 h", 90],
    ["half an hour", 30],
    ["about 2 hours", 120],
  ] as const)
    expect([text, typedMinutes(text)]).toEqual([text, minutes]);
  for (const text of ["", "0", "soon", "45 min tomorrow", "-5", "12345"])
    expect([text, typedMinutes(text)]).toEqual([text, null]);
});
