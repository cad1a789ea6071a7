import { Decoration, WidgetType } from "@codemirror/view";
import { hide, type LiveContext, type LiveSyntax, spaceAfter } from "./syntax.ts";

/** `> said` without its signs; the line beside it says what it is. */
export const quotes: LiveSyntax = {
  nodes: ["QuoteMark"],
  show({ from, to }, context) {
    if (!context.lineTouched(from, to)) hide(context, from, to + Math.min(1, spaceAfter(context.state, to)));
  },
};

class CalloutName extends WidgetType {
  readonly kind: string;

  constructor(kind: string) {
    super();
    this.kind = kind;
  }

  override eq(other: CalloutName): boolean {
    return other.kind === this.kind;
  }

  override toDOM(): HTMLElement {
    const name = document.createElement("span");
    name.className = "cm-callout-name";
    name.textContent = this.kind.charAt(0).toUpperCase() + this.kind.slice(1).toLowerCase();
    return name;
  }
}

const callout = /^[ \t]*>[ \t]*(\[!([a-z]+)\][+-]?)/i;
const warning = Decoration.line({ class: "cm-callout cm-callout-warning" });
const plain = Decoration.line({ class: "cm-callout" });
const warnings = new Set(["warning", "caution", "danger", "error", "important", "attention", "bug"]);

function eachLine({ state }: LiveContext, from: number, to: number, run: (lineFrom: number) => void): void {
  const last = state.doc.lineAt(to).number;
  for (let { number } = state.doc.lineAt(from); number <= last; number++) run(state.doc.line(number).from);
}

/** `> [!note]` and what follows as a box that begins with its kind, as GitHub and Obsidian show it. */
export const callouts: LiveSyntax = {
  nodes: ["Blockquote"],
  show({ from, to }, context) {
    const line = context.state.doc.lineAt(from);
    const [found, sign = "", kind = ""] = callout.exec(line.text) ?? [];
    if (found === undefined) return;
    const box = warnings.has(kind.toLowerCase()) ? warning : plain;
    eachLine(context, from, to, (lineFrom) => context.add(box.range(lineFrom)));
    if (context.lineTouched(line.from, line.to)) return;
    const end = line.from + found.length;
    context.add(Decoration.replace({ widget: new CalloutName(kind) }).range(end - sign.length, end));
  },
};
