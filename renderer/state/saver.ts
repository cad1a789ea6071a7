import { changesBetween, mergeTexts, type TextChange } from "#core/note/merge.ts";
import type { Failure, Result } from "#core/result.ts";

/** What a saver needs of the rest: the text as it is now, and the disk. Offsets in UTF-16 code units. */
export interface SaverPort {
  /** The note's text as it is now; `length` tells its length without building it. */
  readonly text: () => string;
  readonly length: () => number;
  /** Changes the text from outside the person's hands; `text()` has the changes at once. */
  readonly apply: (changes: readonly TextChange[]) => void;
  readonly save: (text: string, base: string) => Promise<Result<{ hash: string; at: number }>>;
  /** Keeps the text as it is now outside the notebook. */
  readonly keep: (base: string) => Promise<Result<unknown>>;
  /** Forgets the text that was kept. */
  readonly forget: (base: string) => Promise<Result<unknown>>;
  /** What stands on the disk now. */
  readonly read: () => Promise<Result<Disk>>;
  readonly onStatus: (status: SaveStatus) => void;
}

/** A text as it stands on the disk, and the hash that names it. */
export interface Disk {
  readonly text: string;
  readonly hash: string;
}

/** `phase` is "saved" only when the disk acknowledged this very text. `failure` stays until a save succeeds. */
export interface SaveStatus {
  readonly phase: "saved" | "unsaved" | "saving";
  /** Milliseconds since the epoch of the last acknowledged save; null before the first one. */
  readonly at: number | null;
  readonly failure: Failure | null;
  /** Text on the disk that overlaps with what the person typed: neither is written over the other. */
  readonly conflict: Disk | null;
}

/** Saves one note: a second after the last key, on request, and never over what somebody else wrote. */
export interface Saver {
  /** The text changed. */
  readonly changed: () => void;
  /** Saves at once. True when what the person sees is on the disk. */
  readonly flush: () => Promise<boolean>;
  /** Somebody else changed the file; `null`: it is gone. */
  readonly changedOnDisk: (disk: Disk | null) => Promise<void>;
  /** Ends a conflict with the text that the person settled on. True when it is on the disk. */
  readonly resolve: (text: string) => Promise<boolean>;
  readonly status: () => SaveStatus;
  /** The text that the disk is known to hold. */
  readonly base: () => Disk;
  /** Stops the clocks; unsaved text stays in the backup. */
  readonly close: () => void;
}

/** Milliseconds after the last key until it is saved. */
export const autosaveDelay = 1_000;
/** Milliseconds between a change and its backup. */
export const backupDelay = 1_000;
/** Milliseconds until a save that failed is tried again by itself. */
export const retryDelay = 10_000;

/**
 * Begins with the text on the disk. Where the editor begins with another one (a backup), the note is unsaved; where
 * the disk changed since that backup (`stale`), the two are a conflict.
 */
export function createSaver(port: SaverPort, file: string, disk: Disk, stale = false): Saver {
  let base = disk;
  let status: SaveStatus = { phase: "saved", at: null, failure: null, conflict: null };
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let backupTimer: ReturnType<typeof setTimeout> | undefined;
  let backedUp = false;
  let closed = false;
  let running: Promise<unknown> = Promise.resolve();

  const say = (next: Partial<SaveStatus>): void => {
    status = { ...status, ...next };
    port.onStatus(status);
  };
  const isClean = (): boolean => port.length() === base.text.length && port.text() === base.text;
  /** One thing at a time: a save, then what the disk said, in the order they came. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = running.then(work);
    running = turn.catch(() => undefined);
    return turn;
  };
  const saveLater = (delay: number): void => {
    clearTimeout(saveTimer);
    if (!closed) saveTimer = setTimeout(() => void flush(), delay);
  };
  const backUpSoon = (): void => {
    if (closed || backupTimer !== undefined) return;
    backupTimer = setTimeout(() => {
      backupTimer = undefined;
      if (isClean()) return;
      backedUp = true;
      void port.keep(base.hash);
    }, backupDelay);
  };
  const forgetBackup = (): void => {
    clearTimeout(backupTimer);
    backupTimer = undefined;
    if (backedUp) void port.forget(base.hash);
    backedUp = false;
  };
  const fail = (failure: Failure): false => {
    say({ phase: "unsaved", failure });
    backUpSoon();
    saveLater(retryDelay);
    return false;
  };
  /** Says how it stands once the text and the base are what they are. True when nothing is left to save. */
  const conclude = (known: Partial<SaveStatus>): boolean => {
    const clean = isClean();
    say({ ...known, phase: clean ? "saved" : "unsaved", failure: null, conflict: null });
    if (clean) {
      clearTimeout(saveTimer);
      forgetBackup();
    } else saveLater(autosaveDelay);
    return clean;
  };
  /** Brings the disk's text and the editor's together. */
  const meet = (now: Disk): boolean => {
    if (now.hash === base.hash && status.conflict === null) return isClean();
    const merged = mergeTexts(base.text, now.text, port.text());
    if (merged.conflicts.length > 0) {
      clearTimeout(saveTimer);
      say({ phase: "unsaved", conflict: now });
      backUpSoon();
      return false;
    }
    base = now;
    if (merged.changes.length > 0) port.apply(merged.changes);
    return conclude({});
  };
  const save = async (): Promise<boolean> => {
    clearTimeout(saveTimer);
    if (status.conflict !== null) return false;
    if (status.failure === null && isClean()) return conclude({});
    const text = port.text();
    say({ phase: "saving" });
    const result = await port.save(text, base.hash);
    if (result.ok) {
      base = { text, hash: result.value.hash };
      return conclude({ at: result.value.at });
    }
    if (result.error.code !== "changed-on-disk") return fail(result.error);
    const now = await port.read();
    if (!now.ok) return fail(now.error);
    return now.value.hash === base.hash ? fail(result.error) : meet(now.value);
  };
  const flush = (): Promise<boolean> => inTurn(save);

  if (stale) {
    status = { ...status, phase: "unsaved", conflict: disk };
    backedUp = true;
  } else if (!isClean()) {
    status = { ...status, phase: "unsaved" };
    backedUp = true;
    saveLater(autosaveDelay);
  }
  port.onStatus(status);

  return {
    changed: () => {
      if (status.failure === null && status.conflict === null && status.phase !== "saving" && isClean()) {
        conclude({});
        return;
      }
      if (status.phase === "saved") say({ phase: "unsaved" });
      backUpSoon();
      if (status.conflict === null) saveLater(autosaveDelay);
    },
    flush,
    changedOnDisk: (now) =>
      inTurn(async () => {
        if (now !== null) {
          meet(now);
          return;
        }
        const message = `${file} was deleted or moved by another program.`;
        fail({ code: "not-found", message, action: "Its text is still here: save a copy to keep it.", file });
      }),
    resolve: (text) =>
      inTurn(async () => {
        const { conflict } = status;
        if (conflict === null) return isClean();
        port.apply(changesBetween(port.text(), text));
        base = conflict;
        say({ conflict: null });
        return save();
      }),
    status: () => status,
    base: () => base,
    close: () => {
      closed = true;
      clearTimeout(saveTimer);
      clearTimeout(backupTimer);
    },
  };
}
