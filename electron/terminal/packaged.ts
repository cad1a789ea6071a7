import { Worker } from "node:worker_threads";

/** What the command needs to tell the waiting process: [0] 1 when it has ended, [1] its exit code. */
export interface WorkerOrder {
  readonly ended: Int32Array;
}

/** The commands that the packaged app answers in the terminal; any other first word is a path to open. */
const words: ReadonlySet<string> = new Set(["outline", "time", "start", "stop", "status", "draft", "help", "--help"]);

/** The command in the packaged app's arguments (those after the program), or null when a window is asked for. */
export const terminalCommand = (args: readonly string[]): readonly string[] | null => {
  // Root has to give this one to every Electron app.
  const command = args.filter((word) => word !== "--no-sandbox");
  return words.has(command[0] ?? "") ? command : null;
};

/**
 * Runs a terminal command to its end while this process waits, and returns its exit code. Waiting keeps Electron from
 * going on to look for a display, without which it would end here; so the command runs in a thread.
 */
export const runTerminalCommand = (bundle: string, command: readonly string[]): number => {
  const ended = new Int32Array(new SharedArrayBuffer(8));
  new Worker(bundle, { argv: [...command], workerData: { ended } satisfies WorkerOrder });
  Atomics.wait(ended, 0, 0);
  return ended[1] ?? 3;
};
