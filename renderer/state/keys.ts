import { type Command, commands } from "#core/commands.ts";

/** What of a keyboard event says which key it is. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Whether a key press is a key in CodeMirror's notation ("Mod-Shift-o"). On macOS Mod is Cmd, elsewhere Ctrl. */
export function isKey(press: KeyPress, key: string, mac: boolean): boolean {
  const parts = key.split(/-(?!$)/);
  const name = parts.pop() ?? "";
  const mod = parts.includes("Mod");
  const ctrl = parts.includes("Ctrl") || (mod && !mac);
  const meta = parts.includes("Meta") || (mod && mac);
  if (press.ctrlKey !== ctrl || press.metaKey !== meta) return false;
  if (press.altKey !== parts.includes("Alt") || press.shiftKey !== parts.includes("Shift")) return false;
  const wanted = name.toLowerCase();
  const pressed = press.key.toLowerCase();
  if (pressed === wanted || (wanted === "=" && pressed === "+")) return true;
  // Shift makes "!" of "1", and a Cyrillic board has no "z": then the place of the key counts. A letter means itself.
  return !/^[a-z]$/.test(pressed) && baseName(press.code) === wanted;
}

const codeNames: Record<string, string> = { Backslash: "\\", Equal: "=", Minus: "-" };

/** What stands on the key of a US keyboard. */
const baseName = (code: string): string => codeNames[code] ?? code.replace(/^(?:Key|Digit)/, "").toLowerCase();

/** The command that a key press stands for. */
export const commandFor = (press: KeyPress, mac: boolean): Command | undefined =>
  commands.find(({ key }) => key !== undefined && isKey(press, key, mac));

const symbols: Record<string, string> = { Enter: "↵", ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };

/** A key as people read it: "Ctrl+Shift+O", "⇧⌘O". */
export function keyLabel(key: string, mac: boolean): string {
  const parts = key.split(/-(?!$)/);
  const name = parts.pop() ?? "";
  const last = symbols[name] ?? (name.length === 1 ? name.toUpperCase() : name);
  if (!mac) return [...parts.map((part) => (part === "Mod" ? "Ctrl" : part)), last].join("+");
  const macNames: Record<string, string> = { Mod: "⌘", Shift: "⇧", Alt: "⌥", Ctrl: "⌃" };
  const order = ["Ctrl", "Alt", "Shift", "Mod"];
  return order.flatMap((part) => (parts.includes(part) ? [macNames[part]] : [])).join("") + last;
}
