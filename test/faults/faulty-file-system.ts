import type { FileHandle } from "node:fs/promises";
import { type FileSystem, nodeFileSystem } from "../../electron/files/file-system.ts";

/** One system call that a save makes: "open", "rename" …, or "handle.write", "handle.sync" … on an open file. */
export interface SystemCall {
  readonly name: string;
  /** 0-based place in the run. */
  readonly index: number;
  /** The path, or that of the open file. */
  readonly path: string;
}

/** How a call fails: with an error code, or by writing only half (and saying so, or not). Null: it does not. */
export type Fault = string | "short" | "lying" | null;

/** The real file system with calls that fail. `before` is asked before each call, and may take its time. */
export function faultyFileSystem(before: (call: SystemCall) => Fault | Promise<Fault>): FileSystem {
  let index = 0;
  const call = async (name: string, path: string, run: (fault: Fault) => Promise<unknown>) => {
    const fault = await before({ name, index: index++, path });
    if (fault === null || fault === "short" || fault === "lying") return run(fault);
    if (name === "handle.close") await run(null); // a close that fails has closed all the same
    throw Object.assign(new Error(`${fault}: ${name} '${path}'`), { code: fault });
  };

  const handleOf = (handle: FileHandle, path: string): FileHandle =>
    new Proxy(handle, {
      get(target, key) {
        const value = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        return (...values: unknown[]) =>
          call(`handle.${String(key)}`, path, async (fault) => {
            if (fault === null || key !== "write") return value.apply(target, values);
            const [bytes, from, length, place] = values as [Uint8Array, number, number, number];
            const done = await target.write(bytes, from, Math.floor(length / 2), place);
            return fault === "lying" ? { ...done, bytesWritten: length } : done;
          });
      },
    });

  return new Proxy(nodeFileSystem, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== "function") return value;
      return (...values: unknown[]) =>
        call(String(key), String(values[0]), async () => {
          const result = await value.apply(target, values);
          return key === "open" ? handleOf(result, String(values[0])) : result;
        });
    },
  });
}
