import { describe, expect, test } from "vitest";
import { toggleBullets, toggleHeading, toggleNumbers, toggleQuote } from "../../../../renderer/editor/marks/block.ts";
import {
  codeMark,
  emphasisMark,
  highlightMark,
  strongMark,
  struckMark,
  toggleInline,
} from "../../../../renderer/editor/marks/inline.ts";
import { toggleLink } from "../../../../renderer/editor/marks/link.ts";
import { press } from "../typed.ts";

describe("Marks around words", () => {
  test.each([
    ["bold", strongMark, "a |b| c", "a **|b|** c"],
    ["italic", emphasisMark, "a |b| c", "a *|b|* c"],
    ["code", codeMark, "a |b| c", "a `|b|` c"],
    ["struck", struckMark, "a |b| c", "a ~~|b|~~ c"],
    ["highlighted", highlightMark, "a |b| c", "a ==|b|== c"],
    ["off again", strongMark, "a **|b|** c", "a |b| c"],
    ["off from inside", strongMark, "a **b d|e** c", "a b d|e c"],
    ["off with the signs selected", strongMark, "a |**b**| c", "a |b| c"],
    ["underscores go, too", emphasisMark, "a _|b|_ c", "a |b| c"],
    ["off in a highlight", highlightMark, "==a| b==", "a| b"],
    ["the word at the cursor", strongMark, "some wo|rd", "some **wo|rd**"],
    ["a pair to type in", strongMark, "a | b", "a **|** b"],
    ["the pair goes again", strongMark, "a **|** b", "a | b"],
    ["without the space around", strongMark, "a| b |c", "a **|b|** c"],
    ["each item by itself", strongMark, "|- a\n- b|", "- **|a**\n- **b|**"],
    ["italic in bold", emphasisMark, "**a |b| c**", "**a *|b|* c**"],
  ] as const)("%s", (_name, mark, before, after) => expect(press(before, toggleInline(mark))).toBe(after));
});

describe("A link", () => {
  test.each([
    ["of words", "a |b| c", "a [b](|) c"],
    ["of an address", "|https://example.org|", "[|](https://example.org)"],
    ["from nothing", "a |", "a [|]()"],
    ["off again", "a [b|](https://example.org) c", "a b| c"],
  ])("%s", (_name, before, after) => expect(press(before, toggleLink)).toBe(after));
});

describe("Headings, quotes and lists", () => {
  test.each([
    ["a heading", toggleHeading(2), "a|", "## a|"],
    ["of another level", toggleHeading(3), "# a|", "### a|"],
    ["off again", toggleHeading(2), "## a|", "a|"],
    ["off by the key for text", toggleHeading(0), "#### a|", "a|"],
    ["of an underlined one", toggleHeading(3), "a|\n===\ntext", "### a|\ntext"],
    ["an empty one", toggleHeading(1), "|", "# |"],
    ["a quote", toggleQuote, "|a\n\nb|", "> |a\n\n> b|"],
    ["no quote", toggleQuote, "> |a\n> b|", "|a\nb|"],
    ["bullets", toggleBullets, "|a\n\tb|", "- |a\n\t- b|"],
    ["no bullets", toggleBullets, "- a|", "a|"],
    ["numbers of bullets", toggleNumbers, "|- a\n- b|", "|1. a\n2. b|"],
  ] as const)("%s", (_name, command, before, after) => expect(press(before, command)).toBe(after));
});
