import { hide, type LiveSyntax } from "./syntax.ts";

/** `[words](address)` as its words, `<address>` as the address. A link without words is left as it is. */
export const links: LiveSyntax = {
  nodes: ["Link", "Autolink"],
  show({ node, name, from, to }, context) {
    if (context.touched(from, to)) return;
    const marks = node.getChildren("LinkMark");
    const [open, close] = marks;
    if (open === undefined || close === undefined || open.to === close.from) return;
    if (name === "Link" && node.getChild("URL") === null && node.getChild("LinkLabel") === null) return;
    hide(context, open.from, open.to);
    hide(context, close.from, name === "Link" ? to : close.to);
  },
};
