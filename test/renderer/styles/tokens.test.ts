import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../../renderer/styles/tokens.css", import.meta.url), "utf8");

/** The colours of one theme by their names. */
function theme(name: "light" | "dark"): Map<string, string> {
  const block = css.slice(css.indexOf(`[data-theme="${name}"]`));
  const inside = block.slice(block.indexOf("{"), block.indexOf("}"));
  return new Map([...inside.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, key = "", value = ""]) => [key, value]));
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

const papers = ["paper", "paper-2", "paper-3", "paper-float", "accent-paper", "alarm-paper", "code-paper"];
const inks = ["ink", "ink-2", "ink-3", "accent", "done", "stub", "alarm"];

describe.each(["light", "dark"] as const)("%s theme", (name) => {
  const colours = theme(name);
  const pairs = [
    ...papers.flatMap((paper) => inks.map((ink) => [ink, paper] as const)),
    ["on-accent", "accent"] as const,
    ["ink", "selection"] as const,
    ["ink", "mark"] as const,
  ];
  it.each(pairs)("%s on %s can be read (WCAG AA)", (ink, paper) => {
    const [front, back] = [colours.get(ink), colours.get(paper)];
    expect(front, ink).toBeDefined();
    expect(back, paper).toBeDefined();
    expect(contrast(front ?? "", back ?? "")).toBeGreaterThanOrEqual(4.5);
  });
});
