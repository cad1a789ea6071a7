import { readFile, realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { decode } from "#core/note/text.ts";
import { outlineJson } from "#core/outline/json.ts";
import { recognise } from "#core/outline/recognise.ts";
import type { Area, Module, Outline } from "#core/outline/tree.ts";
import { readChoice } from "./notebook.ts";
import type { Terminal } from "./terminal.ts";

const minutes = (value: number | null) => (value === null ? "" : `${value} min`);

const moduleLine = (module: Module) =>
  `    ${String(module.line).padStart(5)}  ${module.title}  ${[minutes(module.minutes), module.state].filter(Boolean).join(", ")}`;

const areaLines = (area: Area): string[] => [
  `${String(area.line).padStart(9)}  ${area.title}${area.kind === "other" ? "  (no study area)" : ""}`,
  ...area.levels.flatMap((level) => [
    ...(level.title === null ? [] : [`  ${String(level.line).padStart(7)}  ${level.title}`]),
    ...level.modules.map(moduleLine),
  ]),
];

const table = (outline: Outline): string =>
  [...outline.areas.flatMap(areaLines), "", outline.notation.words, ""].join("\n");

/** `lectern outline FILE [--json]`: prints the outline of one note. Exit code 0, 2 wrong use, 3 not readable. */
export const outlineCommand = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  let file: string | undefined;
  let json = false;
  try {
    const parsed = parseArgs({ args: [...args], options: { json: { type: "boolean" } }, allowPositionals: true });
    if (parsed.positionals.length !== 1) throw new Error("it takes one file");
    file = parsed.positionals[0];
    json = parsed.values.json ?? false;
  } catch (error) {
    terminal.stderr.write(`lectern outline: ${(error as Error).message}. Use: lectern outline FILE [--json]\n`);
    return 2;
  }
  if (file === undefined) return 2;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(resolve(terminal.cwd, file));
  } catch (error) {
    terminal.stderr.write(`lectern outline: ${sentence(error as NodeJS.ErrnoException, file)}\n`);
    return 3;
  }
  const decoded = decode(bytes, file);
  if (decoded.kind !== "text") {
    terminal.stderr.write(`lectern outline: ${decoded.error.message} ${decoded.error.action}\n`);
    return 3;
  }
  const { choice, problem } = await readChoice(await realpath(resolve(terminal.cwd, file)));
  if (problem !== null) terminal.stderr.write(`lectern outline: ${problem}\n`);
  const outline = recognise(decoded.text, choice);
  terminal.stdout.write(json ? `${JSON.stringify(outlineJson(outline))}\n` : table(outline));
  return 0;
};

const sentence = (error: NodeJS.ErrnoException, file: string): string => {
  if (error.code === "ENOENT") return `There is no file ${file}.`;
  if (error.code === "EISDIR") return `${file} is a folder; name one of its notes.`;
  if (error.code === "EACCES") return `${file} may not be read by you.`;
  return `${file} could not be read (${error.code ?? error.message}).`;
};
