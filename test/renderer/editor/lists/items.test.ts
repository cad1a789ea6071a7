import { describe, expect, test } from "vitest";
import { deleteMarkup } from "../../../../renderer/editor/lists/backspace.ts";
import { duplicate, moveDown, moveUp } from "../../../../renderer/editor/lists/move.ts";
import { toggleBoxAt, toggleTask } from "../../../../renderer/editor/lists/task.ts";
import { marked, press, stateOf } from "../typed.ts";

describe("Backspace", () => {
  test.each<[string, string, string]>([
    ["takes the marker", "- |one", "|one"],
    ["and leaves the indentation", "\t- |one", "\t|one"],
    ["takes a number", "12. |one", "|one"],
    ["takes the box first", "- [x] |one", "- |one"],
    ["takes a quote's sign", "> |said", "|said"],
    ["takes the inner sign", "> > |said", "> |said"],
    ["leaves the rest to the usual key", "- o|ne", "- o|ne"],
    ["leaves code alone", "```\n- |a\n```", "```\n- |a\n```"],
  ])("%s", (_name, before, after) => expect(press(before, deleteMarkup)).toBe(after));
});

describe("Moving an item", () => {
  test("goes up with what is under it", () =>
    expect(press("- a\n\t- x\n- b|\n\twrapped\n- c", moveUp)).toBe("- b|\n\twrapped\n- a\n\t- x\n- c"));
  test("goes down with what is under it", () =>
    expect(press("- a|\n\t- x\n- b\n\t- y", moveDown)).toBe("- b\n\t- y\n- a|\n\t- x"));
  test("leaves blank lines between items", () =>
    expect(press("1. a|\n\tx\n\n2. b\n\ty\n", moveDown)).toBe("2. b\n\ty\n\n1. a|\n\tx\n"));
  test("stays at the end of its list", () => expect(press("- a\n- b|\n\ntext", moveDown)).toBe("- a\n- b|\n\ntext"));
  test("moves other lines by a line", () => expect(press("a\nb|", moveUp)).toBe("b|\na"));
  test("up and down again changes nothing", () => {
    const before = "- a\n\t- x\n\n- b|\n\t- y";
    expect(press(before, moveUp, moveDown)).toBe(before);
  });
});

test("An item is duplicated with what is under it", () =>
  expect(press("- a|\n\t- x\n- b", duplicate)).toBe("- a\n\t- x\n- a|\n\t- x\n- b"));

describe("A task", () => {
  test.each<[string, string, string]>([
    ["is ticked", "- [ ] a|", "- [x] a|"],
    ["is unticked", "- [X] a|", "- [ ] a|"],
    ["is made of an item", "1. a|", "1. [ ] a|"],
    ["is made of a line", "a|", "- [ ] a|"],
    ["is made of an empty line", "|", "- [ ] |"],
    ["is made of each selected line", "|- a\n- [x] b|", "|- [ ] a\n- [x] b|"],
    ["ticks all when one is open", "|- [ ] a\n- [x] b|", "|- [x] a\n- [x] b|"],
  ])("%s", (_name, before, after) => expect(press(before, toggleTask)).toBe(after));

  test("is ticked where it is clicked", () => {
    const state = stateOf("|a\n- [ ] b");
    const spec = toggleBoxAt(state, 5);
    expect(spec === null ? null : marked(state.update(spec).state)).toBe("|a\n- [x] b");
    expect(toggleBoxAt(state, 0)).toBeNull();
  });
});
