import { beforeEach, expect, test } from "vitest";
import {
  addPart,
  movePart,
  movePartsOf,
  removePart,
  setField,
  setStep,
  setTarget,
  showDraft,
  startAnew,
  useDraft,
} from "../../../renderer/draft/draft-store.ts";

const part = (id: string) => ({ id, section: [id], line: 1 });
const ids = () => useDraft.getState().form.parts.map(({ id }) => id);

beforeEach(() => showDraft(null, { parts: ["a", "b", "c"].map(part), target: "markdown", fields: {}, off: [] }));

test.each([
  [0, 1, "bac"],
  [0, 2, "bca"],
  [2, 0, "cab"],
  [1, 1, "abc"],
  [0, -1, "abc"],
  [2, 3, "abc"],
  [9, 0, "abc"],
])("part %i moved to %i gives %s", (from, to, order) => {
  movePart(from, to);
  expect(ids().join("")).toBe(order);
});

test("parts are added at the end and taken out by their place", () => {
  addPart(part("a"));
  removePart(0);
  expect(ids()).toEqual(["b", "c", "a"]);
});

test("parts follow a note that is another one by its id", () => {
  addPart(part("a"));
  movePartsOf("a", "z");
  expect(ids()).toEqual(["z", "b", "c", "z"]);
});

test("a field that is emptied goes back to what is suggested", () => {
  setField("title", "Mine");
  setField("tags", ["x"]);
  setField("title", null);
  expect(useDraft.getState().form.fields).toEqual({ tags: ["x"] });
});

test("steps are switched off once, and on again", () => {
  setStep("lines", false);
  setStep("lines", false);
  setStep("words", false);
  setStep("lines", true);
  expect(useDraft.getState().form.off).toEqual(["words"]);
});

test("the next draft has the author and target of this one, and neither its sections, name nor title", () => {
  setTarget("jekyll");
  setField("title", "Mine");
  setField("author", "Me");
  useDraft.setState({ name: "kept" });
  startAnew();
  const { name, form, preview } = useDraft.getState();
  expect([name, preview]).toEqual([null, null]);
  expect(form).toEqual({ parts: [], target: "jekyll", fields: { author: "Me" }, off: [] });
});
