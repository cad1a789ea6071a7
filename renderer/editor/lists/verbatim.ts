import { syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";

/** Whether an offset is inside a fenced code block, an HTML block or a comment, where nothing is a list. */
export function inVerbatim(state: EditorState, offset: number): boolean {
  for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(offset, -1); node; node = node.parent) {
    if (node.name === "FencedCode" || node.name === "HTMLBlock" || node.name === "CommentBlock") return true;
  }
  return false;
}
