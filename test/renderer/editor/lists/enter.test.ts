import { describe, expect, test } from "vitest";
import { breakLine, enter } from "../../../../renderer/editor/lists/enter.ts";
import { press } from "../typed.ts";

const cases: readonly [name: string, before: string, after: string][] = [
  ["a bullet goes on", "- one|", "- one\n- |"],
  ["with its own marker", "* one|", "* one\n* |"],
  ["a tab stays a tab", "1. A\n\t- one|", "1. A\n\t- one\n\t- |"],
  ["spaces stay spaces", "- A\n  - one|", "- A\n  - one\n  - |"],
  ["so does what stands after the marker", "-   one|", "-   one\n-   |"],
  ["numbers count on", "9. nine|", "9. nine\n10. |"],
  ["with their sign", "1) one|", "1) one\n2) |"],
  ["and their zeros", "08. eight|", "08. eight\n09. |"],
  ["a list of ones stays one", "1. a\n1. b|", "1. a\n1. b\n1. |"],
  ["numbers below are the person's", "1. a|\n2. b", "1. a\n2. |\n2. b"],
  ["a box comes empty", "- [x] done|", "- [x] done\n- [ ] |"],
  ["an item is split", "- one| two", "- one\n- |two"],
  ["before the marker a line is made", "|- one", "\n|- one"],
  ["an empty item ends the list", "- one\n- |", "- one\n|"],
  ["an empty box too", "- [ ] one\n- [ ] |", "- [ ] one\n|"],
  ["an empty inner item goes on outside", "1. A\n\t- one\n\t- |", "1. A\n\t- one\n2. |"],
  ["an item with items under it gets a new first one", "1. A|\n\t- one", "1. A\n\t- |\n\t- one"],
  ["a hard-wrapped bullet ends", "\t- one\n\tgoes on|", "\t- one\n\tgoes on\n\t- |"],
  ["whose first line it is", "1. A\n\t- one|\n\tgoes on", "1. A\n\t- one\n\t- |\n\tgoes on"],
  ["wrapped under its text, too", "- one\n  goes on|", "- one\n  goes on\n- |"],
  ["prose under a number goes on", "1. A\n\tprose|", "1. A\n\tprose\n\t|"],
  ["text at the margin is text", "- one\ntext|", "- one\ntext\n|"],
  ["a heading ends a list", "- one\n# Two|", "- one\n# Two\n|"],
  ["a quote goes on", "> said|", "> said\n> |"],
  ["and ends", "> said\n> |", "> said\n|"],
  ["a list in a quote goes on", "> - one|", "> - one\n> - |"],
  ["code is code", "```\n- one|\n```", "```\n- one\n|\n```"],
  ["a rule is no item", "* * *|", "* * *\n|"],
  ["a selection is replaced", "- a|b|c", "- a\n|c"],
  ["indented text keeps its indentation", "\ttext|", "\ttext\n\t|"],
  ["indentation alone moves down", "text\n\t|", "text\n\n\t|"],
  ["two spaces at a line's end stay", "- one  |", "- one  \n- |"],
];

describe("Enter", () => {
  test.each(cases)("%s", (_name, before, after) => expect(press(before, enter)).toBe(after));

  test("twice ends the list again", () => expect(press("- one|", enter, enter)).toBe("- one\n|"));
});

describe("Shift-Enter", () => {
  test.each([
    ["goes on under the text", "- one|", "- one\n  |"],
    ["as the item before does", "\t- a\n\twrapped\n\t- b|", "\t- a\n\twrapped\n\t- b\n\t|"],
    ["in a paragraph breaks the line", "text|", "text\n|"],
  ])("%s", (_name, before, after) => expect(press(before, breakLine)).toBe(after));
});
