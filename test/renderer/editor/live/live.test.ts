import { EditorState } from "@codemirror/state";
import { describe, expect, test } from "vitest";
import { noteLanguageSupport } from "../../../../renderer/editor/language.ts";
import { liveDecorations, longestLive } from "../../../../renderer/editor/live/live.ts";
import { stateOf } from "../typed.ts";

/** The text as it is seen: what steps back left out, what is shown in its place as `‹›`. */
function seen(state: EditorState): string {
  let text = "";
  let at = 0;
  liveDecorations(state, [{ from: 0, to: state.doc.length }]).between(0, state.doc.length, (from, to, decoration) => {
    const { widget, class: marking } = decoration.spec as { widget?: unknown; class?: string };
    if (from === to || marking !== undefined) return;
    text += state.sliceDoc(at, from) + (widget === undefined ? "" : "‹›");
    at = to;
  });
  return text + state.sliceDoc(at);
}

describe("In live mode what is seen of", () => {
  test.each<[name: string, marked: string, seen: string]>([
    ["a heading", "## Leaders\n|", "Leaders\n"],
    ["a closed heading", "## Leaders ##\n|", "Leaders \n"],
    ["a heading with the cursor", "## Lea|ders", "## Leaders"],
    ["an empty heading", "## \n|", "## \n"],
    ["emphasis", "*a* _b_ **c** ***d***\n|", "a b c d\n"],
    ["emphasis with the cursor", "*a* **b|** **c**", "a **b** c"],
    ["struck and highlighted words", "~~a~~ ==b==\n|", "a b\n"],
    ["a link", "[a *b*](https://example.org)\n|", "a b\n"],
    ["a link with the cursor at its end", "[a](https://example.org)|", "[a](https://example.org)"],
    ["an address", "<https://example.org>\n|", "https://example.org\n"],
    ["what only looks like a link", "[a] [ ]\n|", "[a] [ ]\n"],
    ["code", "`a` ``b`` \n|", "a b \n"],
    ["a code block", "```js\n*a*\n```\n|", "js\n*a*\n\n"],
    ["a code block with the cursor", "```js\na|\n```", "```js\na\n```"],
    ["a quote", "> a\n> > b\n\n|", "a\nb\n\n"],
    ["a callout", "> [!note] a\n> b\n\n|", "‹› a\nb\n\n"],
    ["a rule", "a\n\n---\n|", "a\n\n‹›\n"],
    ["bullets and numbers", "- a\n\n1. b\n|", "‹› a\n\n1. b\n"],
    ["a bullet whose text the cursor is in", "- a|", "‹› a"],
    ["a bullet that the cursor is at", "-| a", "- a"],
    ["boxes", "- [ ] a\n- [x] b\n\n|", "‹› a\n‹› b\n\n"],
    ["what a selection covers", "|# a\n*b*|\n\n*c*", "# a\n*b*\n\nc"],
  ])("%s", (_name, marked, text) => expect(seen(stateOf(marked))).toBe(text));
});

test("The source of a very long note is shown", () => {
  const withLength = (length: number) =>
    EditorState.create({
      doc: `*a*\n${`${"x".repeat(99)}\n`.repeat((length - 4) / 100)}${"x".repeat((length - 4) % 100)}`,
      selection: { anchor: 4 },
      extensions: noteLanguageSupport,
    });
  expect(liveDecorations(withLength(longestLive), [{ from: 0, to: 3 }]).size).toBe(2);
  const state = withLength(longestLive + 1);
  expect(liveDecorations(state, [{ from: 0, to: 3 }]).size).toBe(0);
});
