import type { Failure, FailureCode, Result } from "#core/result.ts";
import { codeOf } from "./file-system.ts";

/** What was tried, for the sentence. */
export type Doing =
  | "saved"
  | "read"
  | "listed"
  | "created"
  | "renamed"
  | "moved to the trash"
  | "duplicated"
  | "opened";

interface Reason {
  readonly code: FailureCode;
  readonly why: string;
  readonly action: string;
  /** What to do where nothing was to be written; by default the same. */
  readonly actionElse?: string;
}

const allow = "Allow it in the file's properties, or use another folder.";
const otherPlace = "Choose another place.";
const retry = "Try again.";

const reasons: Record<string, Reason> = {
  ENOSPC: { code: "disk-full", why: "the disk is full", action: "Free some space, then try again." },
  EDQUOT: { code: "disk-full", why: "your share of the disk is used up", action: "Free some space, then try again." },
  EFBIG: { code: "too-large", why: "it is larger than the disk allows", action: otherPlace },
  EACCES: { code: "not-allowed", why: "you have no permission", action: allow },
  EPERM: { code: "not-allowed", why: "the system does not allow it", action: allow },
  EROFS: { code: "read-only", why: "the disk is read-only", action: otherPlace },
  EIO: {
    code: "io",
    why: "the disk reported an error",
    action: "Check the disk, and save a copy elsewhere.",
    actionElse: "Check the disk, then try again.",
  },
  ENXIO: { code: "io", why: "it is no ordinary file", action: otherPlace },
  ENODEV: { code: "io", why: "its disk is gone", action: "Connect the disk, then try again." },
  ENOENT: {
    code: "not-found",
    why: "it is not there any more",
    action: "Save it under another name, or put it back.",
    actionElse: "Look whether it was moved or renamed.",
  },
  ENOTDIR: { code: "not-found", why: "its folder is not there any more", action: otherPlace },
  EISDIR: { code: "bad-input", why: "a folder has this name", action: "Use another name." },
  EEXIST: { code: "exists", why: "a file of this name is already there", action: "Use another name." },
  ENOTEMPTY: { code: "exists", why: "a folder of this name is already there", action: "Use another name." },
  ENAMETOOLONG: { code: "bad-input", why: "its name is too long", action: "Use a shorter name." },
  EINVAL: { code: "bad-input", why: "the disk does not take this name", action: "Use another name." },
  EILSEQ: { code: "bad-input", why: "the disk does not take this name", action: "Use another name." },
  ELOOP: { code: "bad-input", why: "its links lead in a circle", action: "Mend the link." },
  EXDEV: { code: "io", why: "it lies on another disk", action: otherPlace },
  EBUSY: { code: "io", why: "another program is using it", action: "Close it there, then try again." },
  ETXTBSY: { code: "io", why: "another program is using it", action: "Close it there, then try again." },
  EMFILE: { code: "io", why: "too many files are open", action: "Close some, then try again." },
  ENFILE: { code: "io", why: "too many files are open", action: "Close some, then try again." },
  ENOMEM: { code: "io", why: "the memory is full", action: "Close some programs, then try again." },
  ESTALE: { code: "io", why: "the network disk lost it", action: retry },
  ETIMEDOUT: { code: "io", why: "the network disk did not answer", action: retry },
};

/**
 * The failure to show for an error of the file system. Takes every error: one that is not known is shown with the
 * system's own words rather than swallowed. `file` is the path as the person knows it.
 */
export function failureOf(error: unknown, doing: Doing, file: string): Failure {
  if (error instanceof Refusal) return error.failure;
  const reason = reasons[codeOf(error)];
  if (reason) {
    const action = doing === "saved" ? reason.action : (reason.actionElse ?? reason.action);
    return { code: reason.code, message: `${file} could not be ${doing}: ${reason.why}.`, action, file };
  }
  const words = error instanceof Error ? error.message : String(error);
  return { code: "io", message: `${file} could not be ${doing}: ${words}.`, action: retry, file };
}

/** A failure on its way to the nearest `attempt`, where the file system itself raised no error. */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(code: FailureCode, message: string, action: string, file: string) {
    super(message);
    this.failure = { code, message, action, file };
  }
}

/** Runs `work` and turns whatever it throws into a failure. */
export async function attempt<T>(doing: Doing, file: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: failureOf(error, doing, file) };
  }
}
