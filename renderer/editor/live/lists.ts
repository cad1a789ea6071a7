import { Decoration, type EditorView, WidgetType } from "@codemirror/view";
import { toggleBoxAt } from "../lists/task.ts";
import { hide, type LiveSyntax, spaceAfter } from "./syntax.ts";

class Bullet extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(): HTMLElement {
    const bullet = document.createElement("span");
    bullet.className = "cm-bullet";
    bullet.textContent = "•";
    return bullet;
  }
}

class Box extends WidgetType {
  readonly ticked: boolean;

  constructor(ticked: boolean) {
    super();
    this.ticked = ticked;
  }

  override eq(other: Box): boolean {
    return other.ticked === this.ticked;
  }

  override toDOM(view: EditorView): HTMLElement {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.className = "cm-box";
    box.checked = this.ticked;
    box.disabled = view.state.readOnly;
    box.setAttribute("aria-label", this.ticked ? "Done" : "To do");
    // The cursor stays where it is: ticking is no reason to go there.
    box.addEventListener("mousedown", (event) => event.preventDefault());
    box.addEventListener("click", (event) => {
      event.preventDefault();
      const change = toggleBoxAt(view.state, view.posAtDOM(box));
      if (change !== null && !view.state.readOnly) view.dispatch(change);
    });
    return box;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

const bullet = Decoration.replace({ widget: new Bullet() });
const boxes = {
  open: Decoration.replace({ widget: new Box(false) }),
  done: Decoration.replace({ widget: new Box(true) }),
};

/** `-`, `*` and `+` as a bullet; numbers stay what they are. Before a box no bullet is shown. */
export const bullets: LiveSyntax = {
  nodes: ["ListMark"],
  show({ node, from, to }, context) {
    if (node.parent?.parent?.name !== "BulletList" || context.touched(from, to)) return;
    const isTask = node.nextSibling?.name === "Task";
    if (isTask) hide(context, from, to + Math.min(1, spaceAfter(context.state, to)));
    else context.add(bullet.range(from, to));
  },
};

/** `[ ]` and `[x]` as a box that ticks when it is clicked. */
export const tasks: LiveSyntax = {
  nodes: ["TaskMarker"],
  show({ from, to }, context) {
    if (context.touched(from, to)) return;
    context.add((context.state.sliceDoc(from + 1, from + 2) === " " ? boxes.open : boxes.done).range(from, to));
  },
};
