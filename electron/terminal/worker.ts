import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";
import type { WorkerOrder } from "./packaged.ts";

// The terminal command inside the packaged app (packaged.ts). A thread's own streams go through the process's loop, which
// stands still meanwhile: written straight to the terminal instead.
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

const writeAll = (descriptor: number, text: string): boolean => {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(descriptor, bytes));
    } catch (error) {
      // The reader is slow (EAGAIN): tried again. Or gone (`lectern … | head`): nothing is left to say.
      if (codeOf(error) === "EPIPE") process.exit(0);
      if (codeOf(error) !== "EAGAIN") throw error;
    }
  }
  return true;
};

const stream = (descriptor: number) => ({
  write: (text: string) => writeAll(descriptor, text),
  on: () => {},
  isTTY: false,
});
Object.defineProperty(process, "stdout", { value: stream(1) });
Object.defineProperty(process, "stderr", { value: stream(2) });

const { ended } = workerData as WorkerOrder;
process.on("exit", (code) => {
  Atomics.store(ended, 1, code);
  Atomics.store(ended, 0, 1);
  Atomics.notify(ended, 0);
});

import("../cli.ts");
