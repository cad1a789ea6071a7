/** A button of the panel: what it shows, and what it is called. */
export function button(name: string, text: string, label: string, run: () => unknown): HTMLButtonElement {
  const control = document.createElement("button");
  control.type = "button";
  control.name = name;
  control.textContent = text;
  control.title = label;
  if (text !== label) control.setAttribute("aria-label", label);
  control.addEventListener("click", () => run());
  return control;
}

/** A button that stays pressed. */
export function toggle(name: string, text: string, label: string, changed: () => void): HTMLButtonElement {
  const control = button(name, text, label, () => {
    control.setAttribute("aria-pressed", String(control.getAttribute("aria-pressed") !== "true"));
    changed();
  });
  control.setAttribute("aria-pressed", "false");
  return control;
}

/** A field for text. */
export function field(name: string, label: string): HTMLInputElement {
  const control = document.createElement("input");
  control.type = "text";
  control.name = name;
  control.placeholder = label;
  control.spellcheck = false;
  control.autocomplete = "off";
  control.setAttribute("aria-label", label);
  return control;
}

/** Controls beside each other. */
export function row(controls: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement("div");
  element.className = "cm-find-row";
  element.append(...controls);
  return element;
}
