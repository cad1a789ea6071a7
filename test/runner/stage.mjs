import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * How many tests a stage had, and what a person has to read.
 *
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} [note] a few words for the stage's line
 * @property {string[]} [skips] what was skipped, and why where that is known
 */

/** The process of the stage that runs now, so that Ctrl+C can end it. @type {import("node:child_process").ChildProcess | null} */
let running = null;
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.once(signal, () => {
    running?.kill("SIGTERM");
    process.exit(130);
  });
}

/**
 * Runs a command and writes all that it says into a file.
 *
 * @param {readonly string[]} command
 * @param {{ log: string, env?: Record<string, string> }} options
 * @returns {Promise<number>} its exit code; 1 when it was ended by a signal or could not start
 */
export function runLogged([program = "", ...words], { log, env = {} }) {
  mkdirSync(dirname(log), { recursive: true });
  const file = createWriteStream(log);
  const child = spawn(program, words, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  running = child;
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  return new Promise((resolve) => {
    child.on("error", (error) => {
      file.end(`${error.message}\n`);
      file.on("close", () => resolve(1));
    });
    child.on("close", (code) => {
      running = null;
      file.end();
      file.on("close", () => resolve(code ?? 1));
    });
  });
}

/**
 * The end of a log, for a person who has to mend what it says.
 *
 * @param {string} log
 * @param {number} lines
 */
export function endOf(log, lines) {
  return readFileSync(log, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
}

/**
 * One line for a stage that has ended.
 *
 * @param {string} name
 * @param {Outcome} outcome
 * @param {number} milliseconds
 */
export function stageLine(name, { passed, failed, skipped, note }, milliseconds) {
  const mark = failed > 0 ? "✗" : passed > 0 ? "✓" : "–";
  const parts = [`${passed} passed`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  if (note) parts.push(note);
  return `${mark} ${name.padEnd(26)} ${`${(milliseconds / 1000).toFixed(1)} s`.padStart(8)}   ${parts.join(", ")}`;
}
