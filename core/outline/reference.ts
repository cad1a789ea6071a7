const label = /^\[(?:[^\\[\]]|\\.){0,1000}\]:/s;
const destination = /^(?:<(?:[^<>\n\\]|\\.)*>|[^\s<][^\s]*)/;
const title = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))/s;
const space = /^[ \t]*\n?[ \t]*/;

/** Length of the link reference definition at the start of a paragraph's text; 0 where there is none (CommonMark 4.7). */
const definitionLength = (text: string): number => {
  const name = label.exec(text)?.[0];
  if (name === undefined || name.slice(1, -2).trim() === "") return 0;
  let at = name.length;
  at += space.exec(text.slice(at))?.[0].length ?? 0;
  const target = destination.exec(text.slice(at))?.[0];
  if (target === undefined) return 0;
  at += target.length;
  const afterTarget = at;
  const gap = space.exec(text.slice(at))?.[0] ?? "";
  const named = gap === "" ? undefined : title.exec(text.slice(at + gap.length))?.[0];
  if (named !== undefined) {
    const rest = /^[ \t]*(?:\n|$)/.exec(text.slice(at + gap.length + named.length));
    if (rest) return at + gap.length + named.length + rest[0].length;
  }
  const rest = /^[ \t]*(?:\n|$)/.exec(text.slice(afterTarget));
  return rest ? afterTarget + rest[0].length : 0;
};

/** How many of a paragraph's first lines are link reference definitions, which are no text of it. */
export const definitionLines = (lines: readonly string[]): number => {
  let text = lines.join("\n");
  let count = 0;
  while (text.startsWith("[")) {
    const length = definitionLength(text);
    if (length === 0) break;
    const taken = text.slice(0, length);
    count += taken.split("\n").length - (taken.endsWith("\n") ? 1 : 0);
    text = text.slice(length);
  }
  return count;
};
