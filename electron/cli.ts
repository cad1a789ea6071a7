import type { Terminal } from "./terminal/terminal.ts";

const usage = `lectern outline FILE [--json]
    areas, levels, modules, minutes of a note
lectern time NOTEBOOK [--from D] [--to D] [--by area|level|module|day]
             [--format table|json|csv|timeclock|timewarrior|toggl|clockify|ics|org]
    the time spent, as a report or for another program
lectern start FILE MODULE · lectern stop [NOTEBOOK] · lectern status [NOTEBOOK]
    the timer, on the same log as the window
lectern draft FILE --section TITLE [--target markdown|hugo|jekyll|astro|devto|hashnode|html|docx] [--front-matter yaml|toml] [--fragment] [--out DIR] [--check]
    a post made of a section of a note; --check: exit 1 when it is not ready
`;

type Command = (args: string[], terminal: Terminal) => Promise<number>;

// Each command is loaded when it is asked for, so that none pays for the others' start.
const commands: Record<string, () => Promise<Command>> = {
  outline: async () => (await import("./terminal/outline.ts")).outlineCommand,
  time: async () => (await import("./terminal/time.ts")).timeCommand,
  start: async () => (await import("./terminal/time.ts")).startCommand,
  stop: async () => (await import("./terminal/time.ts")).stopCommand,
  status: async () => (await import("./terminal/time.ts")).statusCommand,
  draft: async () => (await import("./terminal/draft.ts")).draftCommand,
};

const run = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  const [name = "", ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") {
    terminal.stdout.write(usage);
    return 0;
  }
  const command = commands[name];
  if (command === undefined) {
    terminal.stderr.write(name === "" ? usage : `lectern: there is no command "${name}".\n${usage}`);
    return 2;
  }
  return (await command())(rest, terminal);
};

/** Reader gone (`lectern … | head`): nothing is wrong, and nothing is left to say. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  now: () => new Date(),
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`lectern: something went wrong that should not (${error}).\n`);
    process.exitCode = 3;
  },
);
