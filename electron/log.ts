import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Writes errors to a file, with their stacks and without a word of any note. */
export interface ErrorLog {
  readonly file: string;
  readonly write: (error: unknown, doing: string) => void;
}

const largest = 1_000_000;

/** A parser quotes what it could not read, which may be a note's words: of its errors only the place is kept. */
const textOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const stack = error.stack ?? error.message;
  return error instanceof SyntaxError ? stack.replace(error.message, "(what could not be read is left out)") : stack;
};

/** Opens the log at `file`; at one megabyte the old log is kept beside it as `.1` and a new one begins. */
export const openErrorLog = (file: string, now: () => Date): ErrorLog => ({
  file,
  write: (error, doing) => {
    const text = `${now().toISOString()} ${doing}: ${textOf(error)}\n`;
    try {
      mkdirSync(dirname(file), { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.1`);
      appendFileSync(file, text);
    } catch {
      // The one place where there is nowhere left to say it but the terminal.
      process.stderr.write(text);
    }
  },
});
