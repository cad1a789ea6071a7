import { constants } from "node:fs";
import * as node from "node:fs/promises";

/** The system calls that Lectern's files are written and read with. Always Node's; tests let single calls fail. */
export type FileSystem = Pick<
  typeof node,
  "link" | "lstat" | "mkdir" | "open" | "readdir" | "realpath" | "rename" | "rmdir" | "stat" | "unlink"
>;

/** The real one. */
export const nodeFileSystem: FileSystem = node;

/** Reading without waiting at a FIFO for its writer, which would block a thread for good. */
export const readWithoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The error code of a failed system call ("ENOENT"), or "" for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
