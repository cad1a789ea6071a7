import { redo, undo, undoDepth } from "@codemirror/commands";
import { EditorSelection, EditorState, type StateCommand, StateEffect } from "@codemirror/state";
import fc from "fast-check";
import { expect, test } from "vitest";
import { deleteMarkup } from "../../../renderer/editor/lists/backspace.ts";
import { breakLine, enter } from "../../../renderer/editor/lists/enter.ts";
import { indentLess, indentMore } from "../../../renderer/editor/lists/indent.ts";
import { duplicate, moveDown, moveUp } from "../../../renderer/editor/lists/move.ts";
import { toggleTask } from "../../../renderer/editor/lists/task.ts";
import { toggleBullets, toggleHeading, toggleNumbers, toggleQuote } from "../../../renderer/editor/marks/block.ts";
import { codeMark, emphasisMark, strongMark, struckMark, toggleInline } from "../../../renderer/editor/marks/inline.ts";
import { toggleLink } from "../../../renderer/editor/marks/link.ts";
import { run, stateOf } from "./typed.ts";

const commands: readonly StateCommand[] = [
  deleteMarkup,
  breakLine,
  enter,
  indentLess,
  indentMore,
  duplicate,
  moveDown,
  moveUp,
  toggleTask,
  toggleBullets,
  toggleHeading(2),
  toggleHeading(0),
  toggleNumbers,
  toggleQuote,
  toggleInline(strongMark),
  toggleInline(emphasisMark),
  toggleInline(codeMark),
  toggleInline(struckMark),
  toggleLink,
];

const piece = fc.constantFrom(
  ..."a|bé|漢|👩‍👩‍👧| |  |\t|\n|\n\n|\r|\r\n|\u2028|- |* |1. |2. |10) |- [ ] |- [x] |> |# |## |```\n|---\n|**|*|`|~~|==|[a](b)|<b>|\\".split(
    "|",
  ),
);
const noteText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
const step = fc.record({
  command: fc.nat(commands.length - 1),
  ranges: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
});

test("Every editing command, undone, gives back the same bytes, and redone, what it made", () => {
  fc.assert(
    fc.property(noteText, fc.array(step, { minLength: 1, maxLength: 8 }), (text, steps) => {
      let state = stateOf(`|${text.replaceAll("|", "")}`);
      const before = state.sliceDoc();
      for (const { command, ranges } of steps) {
        const within = (offset: number) => offset % (state.doc.length + 1);
        const selection = EditorSelection.create(
          ranges.map(([anchor, head]) => EditorSelection.range(within(anchor), within(head))),
        );
        state = state.update({ selection }).state;
        const chosen = commands[command];
        if (chosen !== undefined) state = run(state, chosen);
      }
      const after = state.sliceDoc();
      const depth = undoDepth(state);
      while (undoDepth(state) > 0) state = run(state, undo);
      expect(state.sliceDoc()).toBe(before);
      for (let count = 0; count < depth; count++) state = run(state, redo);
      expect(state.sliceDoc()).toBe(after);
    }),
    { numRuns: Number(process.env.EDITOR_RUNS ?? 1_000) },
  );
});

test("No command changes a note that is only for reading", () => {
  const state = stateOf("- a\n- b|\n\t- c");
  const locked = state.update({ effects: StateEffect.appendConfig.of(EditorState.readOnly.of(true)) }).state;
  for (const command of commands) expect(run(locked, command).sliceDoc()).toBe(state.sliceDoc());
});
