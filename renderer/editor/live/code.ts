import { Decoration } from "@codemirror/view";
import { hide, type LiveSyntax } from "./syntax.ts";

const words = Decoration.mark({ class: "cm-live-code" });
const fence = Decoration.line({ class: "cm-live-fence" });

/** `` `code` `` on a ground of its own, without its signs. */
export const inlineCode: LiveSyntax = {
  nodes: ["InlineCode"],
  show({ node, from, to }, context) {
    context.add(words.range(from, to));
    if (context.touched(from, to)) return;
    for (const mark of node.getChildren("CodeMark")) hide(context, mark.from, mark.to);
  },
};

/** The fences of a code block, small and without their signs; the language stays. */
export const fencedCode: LiveSyntax = {
  nodes: ["FencedCode"],
  show({ node, from, to }, context) {
    const { doc } = context.state;
    if (context.lineTouched(from, to)) return;
    for (const mark of node.getChildren("CodeMark")) {
      context.add(fence.range(doc.lineAt(mark.from).from));
      hide(context, mark.from, mark.to);
    }
  },
};
