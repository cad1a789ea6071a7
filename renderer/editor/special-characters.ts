import { highlightSpecialChars } from "@codemirror/view";

const carriageReturn = 13;

/** Characters that can't be seen are shown by a small sign; a stray carriage return by a faint one, since whole notes have them. */
export const specialCharacters = highlightSpecialChars({
  render(code, description, placeholder) {
    const sign = document.createElement("span");
    const name = code === carriageReturn ? "carriage return" : (description ?? `character ${code.toString(16)}`);
    sign.className = code === carriageReturn ? "cm-return" : "cm-unseen";
    sign.textContent = code === carriageReturn ? "␍" : placeholder;
    sign.title = name;
    sign.setAttribute("aria-label", name);
    return sign;
  },
});
