import { describe, expect, test } from "vitest";
import { compose } from "#core/draft/compose.ts";
import { stepNames } from "#core/draft/steps/step.ts";
import { composed, fixture, partOf } from "./reading.ts";

const prose = (text: string, off: Parameters<typeof composed>[1] = []) => composed(text, off).text;

describe("the section of a blog post, outlined in tabs", () => {
  const draft = compose([partOf(fixture("notebook/press.md"), "Blog Post", "press.md")], { trace: true });

  test("reads as the reviewed text", () => {
    expect(draft.text).toBe(fixture("press-expected.md"));
  });

  test("has the heading beneath “Blog Post” as its title", () => {
    expect(draft.title).toBe("The Platen Press: What is it for? How do I print a card on one?");
  });

  test("says what each step did, and shows the text after it", () => {
    expect(draft.steps.map(({ step }) => step)).toEqual([...stepNames]);
    const count = Object.fromEntries(draft.steps.map(({ step, changes }) => [step, changes.length]));
    expect(count).toMatchObject({ private: 0, times: 0, outline: 5, empty: 1, references: 0 });
    const outline = draft.steps.find(({ step }) => step === "outline");
    expect(outline?.changes[0]).toEqual({ note: "press.md", line: 27, what: "made a heading of an outer bullet" });
    expect(outline?.after).toContain("# What is a platen press?");
    expect(draft.steps.at(-1)?.after).toBe(draft.text);
  });
});

test("modules of an area become its headings, without numbers, times, area and level words", () => {
  const draft = compose([partOf(fixture("notebook/press.md"), "Area 1 Type")]);
  expect(draft.title).toBe("Type");
  expect(draft.text).toBe(
    [
      "## Why Metal Type\n",
      "The talk went over how a case is laid out and why the most used letters lie nearest to the hand.\n",
      "## Lab: Setting a Line\n",
      "Set the name of the street in 12 point, with a thin space after the comma.\n",
      "Justifying by hand took most of the time.\n",
      "## Reading Upside Down\n",
      "Type is read upside down and from left to right.\n",
      "Mind b, d, p and q\n",
    ].join("\n"),
  );
});

test("a module is a draft of its own", () => {
  const draft = compose([partOf(fixture("notebook/press.md"), "Lab: Setting a Line")]);
  expect(draft.title).toBe("Lab: Setting a Line");
  expect(draft.text).toMatch(/^Set the name .*comma\.\n\nJustifying .*time\.\n$/u);
});

test("each step can be switched off", () => {
  const text = "## 1. One %%x%%\n\n- a\n\tb\n-\n- c [^n]\n\n[^n]: n\n";
  expect(prose(text)).toBe("- a b\n- c [^1]\n\n[^1]: n\n");
  expect(prose(text, ["private"])).toBe(prose(text));
  expect(composed(text, ["private"]).title).toBe("One %%x%%");
  expect(prose(text, ["lines"])).toContain("- a\n  b");
  expect(prose(text, ["empty"])).toContain("- a b\n-\n- c");
  expect(prose(text, ["references"])).toContain("[^n]: n");
  expect(composed(text, ["words"]).title).toBe("1. One");
  const deep = "# A\n\n#### B\n\nx\n\n## C\n\ny\n";
  expect(prose(deep)).toBe("## B\n\nx\n\n## C\n\ny\n");
  expect(prose(deep, ["levels"])).toBe("#### B\n\nx\n\n## C\n\ny\n");
  const outlined = "# A\n\n1. What?\n\t- It is this, and it ends here.\n";
  expect(prose(outlined)).toBe("## What?\n\nIt is this, and it ends here.\n");
  expect(prose(outlined, ["outline"])).toBe("1. What?\n   - It is this, and it ends here.\n");
  expect(prose(outlined, ["prose"])).toBe("## What?\n\n- It is this, and it ends here.\n");
});

describe("lists", () => {
  test("of names stay lists, and so do numbered steps and tasks", () => {
    expect(prose("- apples\n- pears\n")).toBe("- apples\n- pears\n");
    expect(prose("- Fruit\n  - apple\n- Roots\n  - beet\n")).toBe("- Fruit\n  - apple\n- Roots\n  - beet\n");
    expect(prose("1. Open the case first.\n2. Then take out the tray.\n")).toMatch(/^1\. Open.*\n2\. Then/u);
    expect(prose("- [ ] Write down what was said.\n- [x] Clean the rollers after use.\n")).toMatch(/^- \[ \] Write/u);
  });

  test("of entries with a name stay lists, however long they are", () => {
    const text = "- ADA: She wrote notes. They were long.\n- LOOM: It wove. The cards told it what.\n";
    expect(prose(text)).toBe(text);
  });

  test("of sentences become paragraphs, with the lists inside them", () => {
    expect(prose("- The first thing to know is this.\n  - one\n  - two\n- The second thing follows from it.\n")).toBe(
      "The first thing to know is this.\n\n- one\n- two\n\nThe second thing follows from it.\n",
    );
  });

  test("two in a row stay two", () => {
    expect(prose("- a\n\n* b\n")).toBe("- a\n\n* b\n");
    expect(prose("1. a\n\n1) b\n")).toBe("1. a\n\n1) b\n");
  });

  test("whose title ends in a hard break are headings above their text", () => {
    expect(prose("1. Bed  \n   The bed holds the type and does not move at all.\n2. Platen  \n   It moves.\n")).toBe(
      "## Bed\n\nThe bed holds the type and does not move at all.\n\n## Platen\n\nIt moves.\n",
    );
  });
});

describe("what the writer meant, where CommonMark reads otherwise", () => {
  test("a lone dash beneath a line is an empty bullet", () => {
    const draft = composed(
      "# T\n\n1. What goes wrong?\n\t-\n2. What goes well?\n\t- Everything else goes well, mostly.\n",
    );
    expect(draft.text).toBe("## What goes wrong?\n\n## What goes well?\n\nEverything else goes well, mostly.\n");
  });

  test("bullets pushed too far in are bullets, not code or running text", () => {
    expect(prose("text\n\n\t- a\n\t- b\n")).toBe("text\n\n- a\n- b\n");
    expect(prose("1. One\n\t- two:\n\tnext line\n\t\t* three\n\t\t* four\n")).toContain("- three");
  });

  test("a numbered line in the middle of a sentence is no list", () => {
    expect(prose("It was in the year\n1986. A good one.\n")).toBe("It was in the year 1986. A good one.\n");
  });
});

describe("lines", () => {
  test("of a paragraph are joined, hard breaks stay", () => {
    expect(prose("a\nb  \nc\\\nd\n")).toBe("a b  \nc  \nd\n");
    expect(prose("> a\n> b\n")).toBe("> a b\n");
    expect(prose("- a\n  b\n\n  c\n  d\n")).toBe("- a b\n\n  c d\n");
  });

  test("of Chinese and Japanese are joined without a space", () => {
    expect(prose("活版印刷\nは楽しい。\n")).toBe("活版印刷は楽しい。\n");
    expect(prose("活版\nprinting\n")).toBe("活版 printing\n");
  });

  test("of code and tables are left alone", () => {
    const text = "```js\na\n\tb\n```\n\n| a | b |\n| --- | :-: |\n| c \\| d | e |\n";
    expect(prose(text)).toBe(text);
  });

  test("links at the end, each on its own line, become a list", () => {
    expect(prose("Read on:\n[a](https://example.org/a)\n<https://example.org/b>\n")).toBe(
      "Read on:\n\n- [a](https://example.org/a)\n- <https://example.org/b>\n",
    );
    expect(prose("See\n[a](https://example.org/a)\n")).toBe("See [a](https://example.org/a)\n");
  });
});

describe("headings", () => {
  test("lose numbers and area words, and keep numbers that say something", () => {
    const title = (text: string) => composed(`# ${text}\n\nx`).title;
    expect(title("1. Why?")).toBe("Why?");
    expect(title("2.3 Rollers")).toBe("Rollers");
    expect(title("Area 2 - The Press")).toBe("The Press");
    expect(title("**Type**:")).toBe("Type");
    expect(title("***Both***")).toBe("Both");
    expect(title("3 ways to fold")).toBe("3 ways to fold");
    expect(title("2018 in print")).toBe("2018 in print");
    expect(title("Area")).toBe("Area");
    expect(title("C# and F#")).toBe("C# and F#");
  });

  test("that only name a level are gone, and what stood beneath moves up", () => {
    expect(prose("# A\n\n## Beginner Level\n\n### B\n\nx\n\n## Intermediate (Round 2)\n\n### C\n\ny\n")).toBe(
      "## B\n\nx\n\n## C\n\ny\n",
    );
  });
});

test("several sections keep their headings, and the first one's is the title unless the person has another", () => {
  const one = { note: "a.md", text: "## One\n\nx", section: null };
  const two = { note: "b.md", text: "# Two\n\n## Three\n\ny", section: null };
  const draft = compose([one, two]);
  expect(draft.title).toBe("One");
  expect(draft.text).toBe("## One\n\nx\n\n## Two\n\n### Three\n\ny\n");
  expect(compose([one, two], { title: "Mine" }).title).toBe("Mine");
  expect(compose([]).text).toBe("");
});

test("times written for a module, a level and an area go, with the words about them; others stay", () => {
  const text = [
    "# Course",
    "## Area 1 Type (2 hours)",
    "### **Setting** --elapsed time: 4 hours",
    "1. A line of 45 min talk - 45 min",
    "\t- The talk lasted 45 min and was worth each one of them.",
    "2. ***Proofs*** (took ~15 min)",
    "\t- Time: 20 min",
    "\t- Proofs are pulled on thin paper, two or three of them.",
    "",
  ].join("\n");
  const draft = compose([partOf(text, "Area 1 Type")]);
  expect(draft.title).toBe("Type");
  expect(draft.text).toContain(
    "## Setting\n\n### A line of 45 min talk\n\nThe talk lasted 45 min and was worth each one of them.",
  );
  expect(draft.text).toContain("### Proofs\n\nProofs are pulled on thin paper, two or three of them.\n");
  expect(draft.text).not.toMatch(/elapsed|took|20 min|4 hours|2 hours/u);
});
