import { createHash } from "node:crypto";

/** SHA-256 of a file's bytes, 64 hex digits: what "the file that I read" means everywhere. */
export type Hash = string;

/** The hash of these bytes. */
export const hashOf = (bytes: Uint8Array | string): Hash => createHash("sha256").update(bytes).digest("hex");
