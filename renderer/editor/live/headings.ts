import { hide, type LiveSyntax, spaceAfter } from "./syntax.ts";

/** `## Heading` without its signs, also those at its end. An underlined heading keeps its line. */
export const headings: LiveSyntax = {
  nodes: [1, 2, 3, 4, 5, 6].map((level) => `ATXHeading${level}`),
  show({ node, from, to }, context) {
    if (context.lineTouched(from, to)) return;
    const [first, last] = node.getChildren("HeaderMark");
    // A heading without words would be a line without anything.
    if (first === undefined || context.state.sliceDoc(first.to, last?.from ?? to).trim() === "") return;
    hide(context, first.from, first.to + spaceAfter(context.state, first.to));
    if (last !== undefined) hide(context, last.from, last.to);
  },
};
