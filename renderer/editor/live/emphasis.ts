import { hide, type LiveSyntax } from "./syntax.ts";

const marks: Record<string, string> = {
  Emphasis: "EmphasisMark",
  StrongEmphasis: "EmphasisMark",
  Strikethrough: "StrikethroughMark",
  Highlight: "HighlightMark",
};

/** `*emphasis*`, `**strong**`, `~~struck~~` and `==highlighted==` without their signs. */
export const emphasis: LiveSyntax = {
  nodes: Object.keys(marks),
  show({ node, name, from, to }, context) {
    const markName = marks[name];
    if (markName === undefined || context.touched(from, to)) return;
    for (const mark of node.getChildren(markName)) hide(context, mark.from, mark.to);
  },
};
