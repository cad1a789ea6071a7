import { history, undo } from "@codemirror/commands";
import { ChangeSet, EditorState, Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeSet, mapDeferred, textAfter } from "../../../renderer/editor/deferred-changes.ts";
import { type InitialNote, OpenNotes } from "../../../renderer/editor/open-notes.ts";
import { singleChange } from "../../../renderer/editor/single-change.ts";
import { countWords, noteWords, selectedWords, wordCounter } from "../../../renderer/editor/word-count.ts";
import { run } from "./typed.ts";

const text = (content: string) => Text.of(content.split("\n"));

describe("The words of a note", () => {
  test.each([
    ["", 0],
    ["one two\nthree", 3],
    ["it's the author’s 45 minutes", 5],
    ["- [ ] a_b **c**", 3],
    ["漢字 and かな", 5],
    ["naïve café", 2],
    ["👩‍👩‍👧 🙂", 0],
  ])("in %j are %i", (content, words) => expect(countWords(text(content))).toBe(words));

  const content = fc.array(fc.constantFrom("a", "bc", "'", "’", " ", "\n", "漢", "é", "𝔘", "-", "\t"), {
    maxLength: 200,
  });

  test("are the same counted along as counted anew", () => {
    fc.assert(
      fc.property(content, fc.array(fc.tuple(fc.nat(), fc.nat(20), content), { maxLength: 6 }), (start, edits) => {
        let state = EditorState.create({ doc: text(start.join("")), extensions: wordCounter });
        noteWords(state);
        for (const [at, length, insert] of edits) {
          const from = at % (state.doc.length + 1);
          const to = Math.min(state.doc.length, from + length);
          state = state.update({ changes: { from, to, insert: text(insert.join("")) } }).state;
          expect(noteWords(state)).toBe(countWords(state.doc));
        }
      }),
      { numRuns: 500 },
    );
  });

  test("are counted in the selection", () => {
    const state = EditorState.create({
      doc: "one two three",
      selection: { anchor: 4, head: 13 },
      extensions: wordCounter,
    });
    expect(selectedWords(state)).toBe(2);
  });
});

describe("One replacement", () => {
  test("makes the one text of the other and touches no more than it must", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (one, two) => {
        const [before, after] = [text(one), text(two)];
        const change = singleChange(before, after);
        const made = change === null ? before : ChangeSet.of(change, before.length).apply(before);
        expect(made.toString()).toBe(after.toString());
      }),
    );
    expect(singleChange(text("the old note"), text("the new note"))).toMatchObject({ from: 4, to: 7 });
  });
});

describe("Changes that wait for a composition to end", () => {
  test("fit the text that was typed meanwhile", () => {
    const waiting = [
      { changes: changeSet([{ from: 0, to: 1, insert: "A" }], 3), options: {} },
      { changes: changeSet([{ from: 3, to: 3, insert: "!" }], 3), options: {} },
    ];
    const typed = ChangeSet.of({ from: 2, insert: "かな" }, 3);
    expect(textAfter(text("abc"), waiting).toString()).toBe("Abc!");
    expect(textAfter(typed.apply(text("abc")), mapDeferred(waiting, typed)).toString()).toBe("Abかなc!");
  });
});

describe("Notes left for others", () => {
  const create = ({ text: content }: InitialNote) =>
    EditorState.create({ doc: content, extensions: [history(), EditorState.lineSeparator.of("\n")] });
  const initial = (content: string): InitialNote => ({ text: content, place: null, readOnly: false });

  test("come back with their undo history", () => {
    const notes = new OpenNotes(20);
    const first = notes.open("a", initial("one"), create);
    first.dispatch({ changes: { from: 3, insert: "!" } });
    notes.open("b", initial("two"), create);
    const again = notes.open("a", initial("one!"), create);
    expect(again).toBe(first);
    expect(run(again.state, undo).sliceDoc()).toBe("one");
  });

  test("take in what changed on disk meanwhile, and can still undo", () => {
    const notes = new OpenNotes(20);
    const note = notes.open("a", initial("one\r\ntwo"), create);
    note.dispatch({ changes: { from: 0, insert: "- " } });
    notes.open("a", initial("- one\r\ntwo\nthree"), create);
    expect(note.state.sliceDoc()).toBe("- one\r\ntwo\nthree");
    expect(run(run(note.state, undo), undo).sliceDoc()).toBe("one\r\ntwo");
  });

  test("are forgotten when twenty others were shown since", () => {
    const notes = new OpenNotes(20);
    for (let count = 0; count < 20; count++) notes.open(`n${count}`, initial(""), create);
    notes.open("n0", initial(""), create);
    notes.open("new", initial(""), create);
    expect([notes.has("n0"), notes.has("n1"), notes.has("new")]).toEqual([true, false, true]);
  });
});
