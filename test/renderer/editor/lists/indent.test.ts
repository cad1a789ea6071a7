import { describe, expect, test } from "vitest";
import { indentLess, indentMore } from "../../../../renderer/editor/lists/indent.ts";
import { press } from "../typed.ts";

describe("Tab", () => {
  test.each<[string, string, string]>([
    ["puts an item under the one before", "- a\n- b|", "- a\n\t- b|"],
    ["with spaces where the note has spaces", "- a\n  - x\n- b|", "- a\n  - x\n  - b|"],
    ["as wide as the marker above", "1. a\n   - x\n2. b\n3. c|", "1. a\n   - x\n2. b\n   1. c|"],
    ["takes what is under it along", "- a\n- b|\n\t- c\n\twrapped", "- a\n\t- b|\n\t\t- c\n\t\twrapped"],
    ["takes lazily wrapped lines along", "- a\n- b|\nwrapped", "- a\n\t- b|\n\twrapped"],
    ["begins at 1 and closes the gap", "1. a\n2. b|\n3. c\n4. d", "1. a\n\t1. b|\n2. c\n3. d"],
    ["counts on after the items there", "1. a\n\t1. x\n2. b|\n3. c", "1. a\n\t1. x\n\t2. b|\n2. c"],
    ["leaves numbers alone that count otherwise", "1. a\n2. b|\n7. c", "1. a\n\t1. b|\n7. c"],
    ["leaves the first item", "- a|\n- b", "- a|\n- b"],
    ["leaves an item that is already under it", "- a\n\t- b|", "- a\n\t- b|"],
    ["indents all selected items", "- a\n- |b\n- c|", "- a\n\t- |b\n\t- c|"],
    ["is a tab in other text", "a|b", "a\t|b"],
    ["is a tab in code", "```\n- a|\n```", "```\n- a\t|\n```"],
    ["goes before each selected line of text", "|a\n\nb|", "\t|a\n\n\tb|"],
    ["goes under the item over a blank line", "1. a\n\n2. b|", "1. a\n\n\t1. b|"],
    ["works in a quote", "> - a\n> - b|", "> - a\n> \t- b|"],
  ])("%s", (_name, before, after) => expect(press(before, indentMore)).toBe(after));
});

describe("Shift-Tab", () => {
  test.each<[string, string, string]>([
    ["puts an item after the one it is under", "- a\n\t- b|", "- a\n- b|"],
    ["takes what is under it along", "- a\n\t- b|\n\t\t- c\n\t\twrapped", "- a\n- b|\n\t- c\n\twrapped"],
    ["counts on and makes room", "1. a\n\t1. b|\n\t2. c\n2. d", "1. a\n2. b|\n\t1. c\n3. d"],
    ["goes to the margin without an item above", "\t- a|", "- a|"],
    ["leaves an item at the margin", "- a|", "- a|"],
    ["takes a tab from selected text", "|\ta\n\tb|", "|a\nb|"],
    ["takes up to four spaces", "      a|", "  a|"],
  ])("%s", (_name, before, after) => expect(press(before, indentLess)).toBe(after));

  test("undoes what Tab did", () => {
    const before = "1. a\n2. b|\n3. c";
    expect(press(before, indentMore, indentLess)).toBe(before);
  });
});
