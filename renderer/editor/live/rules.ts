import { Decoration, WidgetType } from "@codemirror/view";
import type { LiveSyntax } from "./syntax.ts";

class Rule extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(): HTMLElement {
    const rule = document.createElement("span");
    rule.className = "cm-rule";
    return rule;
  }
}

const rule = Decoration.replace({ widget: new Rule() });

/** `---` as a line across the page. */
export const rules: LiveSyntax = {
  nodes: ["HorizontalRule"],
  show({ from, to }, context) {
    if (!context.lineTouched(from, to)) context.add(rule.range(from, to));
  },
};
