import { describe, expect, it } from "vitest";
import { commands } from "#core/commands.ts";
import { commandFor, isKey, type KeyPress, keyLabel } from "../../../renderer/state/keys.ts";

const press = (key: string, code: string, held = ""): KeyPress => ({
  key,
  code,
  ctrlKey: held.includes("c"),
  metaKey: held.includes("m"),
  altKey: held.includes("a"),
  shiftKey: held.includes("s"),
});

describe("keys", () => {
  it("knows Mod as Ctrl, and as Cmd on a Mac", () => {
    expect(isKey(press("k", "KeyK", "c"), "Mod-k", false)).toBe(true);
    expect(isKey(press("k", "KeyK", "m"), "Mod-k", false)).toBe(false);
    expect(isKey(press("k", "KeyK", "m"), "Mod-k", true)).toBe(true);
    expect(isKey(press("k", "KeyK", "cs"), "Mod-k", false)).toBe(false);
  });

  it("knows digits and signs by their place when Shift changes them", () => {
    expect(isKey(press("!", "Digit1", "cs"), "Mod-Shift-1", false)).toBe(true);
    expect(isKey(press("|", "Backslash", "cs"), "Mod-Shift-\\", false)).toBe(true);
    expect(isKey(press("-", "Minus", "c"), "Mod--", false)).toBe(true);
    expect(isKey(press("+", "BracketRight", "c"), "Mod-=", false)).toBe(true);
  });

  it("takes a Latin letter for what it says, and another script's by its place", () => {
    // A German board has z where a US board has y.
    expect(isKey(press("y", "KeyZ", "c"), "Mod-z", false)).toBe(false);
    expect(isKey(press("z", "KeyY", "c"), "Mod-z", false)).toBe(true);
    expect(isKey(press("я", "KeyZ", "c"), "Mod-z", false)).toBe(true);
  });

  it("gives each key to one command alone", () => {
    const keys = commands.flatMap(({ key }) => (key === undefined ? [] : [key]));
    expect(new Set(keys).size).toBe(keys.length);
    expect(commandFor(press("ArrowDown", "ArrowDown", "a"), false)?.id).toBe("go.nextModule");
    expect(commandFor(press("Enter", "Enter", "c"), false)?.id).toBe("module.toggleTimer");
    expect(commandFor(press("a", "KeyA"), false)).toBeUndefined();
  });

  it("writes them as people read them", () => {
    expect(keyLabel("Mod-Shift-o", false)).toBe("Ctrl+Shift+O");
    expect(keyLabel("Mod-Shift-o", true)).toBe("⇧⌘O");
    expect(keyLabel("Mod--", false)).toBe("Ctrl+-");
    expect(keyLabel("Alt-ArrowUp", true)).toBe("⌥↑");
  });
});
