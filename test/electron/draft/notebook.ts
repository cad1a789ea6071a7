import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { draftCommand } from "../../../electron/terminal/draft.ts";

const source = fileURLToPath(new URL("../../fixtures/draft/notebook", import.meta.url));

/** The five notes of the fixture notebook, and the section of each that makes a post. */
export const posts = [
  ["press.md", "Blog Post"],
  ["templates.md", "Template Languages"],
  ["paper.md", "Paper"],
  ["inks.md", "Ink"],
  ["wheels.md", "Wheels"],
] as const;

/** A new temporary folder that is gone after the test. */
export const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "lectern-draft-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A copy of the fixture notebook in a folder of its own. */
export const tempNotebook = (): string => {
  const folder = join(tempFolder(), "notebook");
  cpSync(source, folder, { recursive: true });
  return folder;
};

/** Runs `lectern draft` in a folder. */
export const lecternDraft = async (
  cwd: string,
  args: readonly string[],
  now = "2026-11-24T10:00:00Z",
): Promise<{ code: number; stdout: string; stderr: string }> => {
  let stdout = "";
  let stderr = "";
  const code = await draftCommand(args, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    cwd,
    now: () => new Date(now),
  });
  return { code, stdout, stderr };
};

/** Every file beneath a folder, by its path with `/`, sorted. */
export const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
        .sort()
    : [];

/** Whether a program is installed; tests that need it are skipped where it isn't. */
export const hasProgram = (name: string): boolean => {
  const found = spawnSync(name, [name === "hugo" ? "version" : "--version"], { stdio: "ignore" }).status === 0;
  if (!found) console.warn(`${name} is not installed (apt-get install ${name}): its tests are skipped`);
  return found;
};

/** Runs a program to its end; throws with its words when it fails. */
export const runProgram = (name: string, args: readonly string[], cwd: string, input?: string): string => {
  const done = spawnSync(name, args, { cwd, encoding: "utf8", ...(input === undefined ? {} : { input }) });
  if (done.status !== 0) throw new Error(`${name}: ${done.error?.message ?? ""}${done.stdout}${done.stderr}`);
  return done.stdout + done.stderr;
};
