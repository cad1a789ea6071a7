import { syntaxTree } from "@codemirror/language";
import type { EditorState, Extension, Range } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { SyntaxNode } from "@lezer/common";
import { isPlainTyping } from "../plain-typing.ts";
import { fencedCode, inlineCode } from "./code.ts";
import { emphasis } from "./emphasis.ts";
import { headings } from "./headings.ts";
import { links } from "./links.ts";
import { bullets, tasks } from "./lists.ts";
import { callouts, quotes } from "./quotes.ts";
import { rules } from "./rules.ts";
import type { LiveContext, LiveSyntax } from "./syntax.ts";

const syntaxes: readonly LiveSyntax[] = [
  headings,
  emphasis,
  links,
  inlineCode,
  fencedCode,
  quotes,
  callouts,
  rules,
  bullets,
  tasks,
];
const byNode = new Map(
  [...new Set(syntaxes.flatMap(({ nodes }) => nodes))].map((name) => [
    name,
    syntaxes.filter(({ nodes }) => nodes.includes(name)),
  ]),
);

/** Nodes around whole lines: letters typed in a line leave untouched what depends on the line that the cursor is in. */
const blockNodes = new Set([...headings.nodes, ...fencedCode.nodes, ...callouts.nodes]);

/** Longer notes show their source: there, what steps back would cost more at every key than it shows. */
export const longestLive = 2_000_000;

/** What steps back in a stretch of a note. */
export function liveDecorations(state: EditorState, visible: readonly { from: number; to: number }[]): DecorationSet {
  if (state.doc.length > longestLive) return Decoration.none;
  const found: Range<Decoration>[] = [];
  const { ranges } = state.selection;
  const lines = ranges.map((range) => ({ from: state.doc.lineAt(range.from).from, to: state.doc.lineAt(range.to).to }));
  const context: LiveContext = {
    state,
    touched: (from, to) => ranges.some((range) => range.from <= to && range.to >= from),
    lineTouched: (from, to) => lines.some((line) => line.from <= to && line.to >= from),
    add: (range) => found.push(range),
  };
  for (const { from, to } of visible) {
    syntaxTree(state).iterate({
      from,
      to,
      enter(node) {
        for (const syntax of byNode.get(node.name) ?? []) syntax.show(node, context);
      },
    });
  }
  return Decoration.set(found, true);
}

/** Whether the cursor is in nothing whose markup would step forward or back. */
function inPlainText(state: EditorState): boolean {
  if (state.selection.ranges.length > 1 || !state.selection.main.empty) return false;
  const { head } = state.selection.main;
  for (const side of [-1, 1] as const) {
    for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(head, side); node; node = node.parent) {
      if (!blockNodes.has(node.name) && byNode.has(node.name)) return false;
    }
  }
  return true;
}

const plugin = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = liveDecorations(view.state, view.visibleRanges);
    }

    update(update: ViewUpdate) {
      const { view, state, startState } = update;
      // An input method's text must not be taken apart under it.
      if (view.composing || (isPlainTyping(update) && inPlainText(startState) && inPlainText(state)))
        this.decorations = this.decorations.map(update.changes);
      else if (
        update.docChanged ||
        update.viewportChanged ||
        update.selectionSet ||
        syntaxTree(startState) !== syntaxTree(state)
      ) {
        this.decorations = liveDecorations(state, view.visibleRanges);
      }
    }
  },
  { decorations: (value) => value.decorations },
);

/** Live Markdown: markup steps back where the cursor isn't. The text, and what is copied of it, stays the same. */
export const liveMarkdown: Extension = plugin;
