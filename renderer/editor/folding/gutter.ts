import { codeFolding, foldedRanges, syntaxTree } from "@codemirror/language";
import { type EditorState, RangeSet, RangeSetBuilder } from "@codemirror/state";
import { type EditorView, GutterMarker, gutter, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { isPlainTyping } from "../plain-typing.ts";
import { foldedAt, toggleFold } from "./commands.ts";
import { canFold } from "./sections.ts";

class FoldMarker extends GutterMarker {
  readonly #open: boolean;

  constructor(open: boolean) {
    super();
    this.#open = open;
    this.elementClass = open ? "cm-fold-open" : "cm-fold-closed";
  }

  override toDOM(): Node {
    const sign = document.createElement("span");
    sign.title = this.#open ? "Fold" : "Unfold";
    return sign;
  }
}

const openMarker = new FoldMarker(true);
const closedMarker = new FoldMarker(false);

function markersFor(view: EditorView): RangeSet<GutterMarker> {
  const { state } = view;
  const builder = new RangeSetBuilder<GutterMarker>();
  for (const block of view.viewportLineBlocks) {
    const line = state.doc.lineAt(block.from);
    if (foldedAt(state, line.to) !== null) builder.add(line.from, line.from, closedMarker);
    else if (canFold(state, line.number)) builder.add(line.from, line.from, openMarker);
  }
  return builder.finish();
}

const markers = ViewPlugin.fromClass(
  class {
    markers: RangeSet<GutterMarker>;

    constructor(view: EditorView) {
      this.markers = markersFor(view);
    }

    update(update: ViewUpdate) {
      const { docChanged, viewportChanged, startState, state, view } = update;
      if (isPlainTyping(update)) {
        this.markers = this.markers.map(update.changes);
        return;
      }
      const foldsChanged = foldedRanges(startState) !== foldedRanges(state);
      if (docChanged || viewportChanged || foldsChanged || syntaxTree(startState) !== syntaxTree(state)) {
        this.markers = markersFor(view);
      }
    }
  },
);

interface Hidden {
  readonly lines: number;
}

/** Sections and list items fold by a sign beside them, which shows when the mouse comes near or something is folded. */
export const folding = [
  markers,
  gutter({
    class: "cm-folds",
    markers: (view) => view.plugin(markers)?.markers ?? RangeSet.empty,
    domEventHandlers: { click: (view, block) => toggleFold(view, view.state.doc.lineAt(block.from).number) },
  }),
  codeFolding({
    preparePlaceholder: (state: EditorState, { from, to }): Hidden => ({
      lines: state.doc.lineAt(to).number - state.doc.lineAt(from).number,
    }),
    placeholderDOM(_view, open, hidden: Hidden) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "cm-fold-hidden";
      button.textContent = `${hidden.lines} ${hidden.lines === 1 ? "line" : "lines"}`;
      button.setAttribute("aria-label", `Unfold ${button.textContent}`);
      button.onclick = open;
      return button;
    },
  }),
];
