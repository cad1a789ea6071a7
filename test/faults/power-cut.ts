import type { Entry, Operation } from "./recording-file-system.ts";

/** What a disk holds: files by number, and each folder's entries. */
export interface Disk {
  readonly files: Map<number, Uint8Array>;
  readonly folders: Map<string, Map<string, number | null>>;
}

const block = 512;

/**
 * The disk after a power cut behind the first `cut` operations: everything that was synced is there; of everything else
 * any part may be, in blocks and names, and a longer file may have zeros where its blocks are lost. `random` gives
 * numbers from 0 to 1.
 */
export function afterPowerCut(start: Disk, operations: readonly Operation[], cut: number, random: () => number): Disk {
  const files = new Map([...start.files].map(([file, bytes]) => [file, { durable: bytes, now: bytes }]));
  const folders = new Map(
    [...start.folders].map(([folder, names]) => [folder, { durable: new Map(names), waiting: [] as EntryChange[] }]),
  );
  const fileOf = (number: number) => {
    const file = files.get(number) ?? { durable: new Uint8Array(), now: new Uint8Array() };
    files.set(number, file);
    return file;
  };
  const folderOf = (folder: string) => {
    const names = folders.get(folder) ?? { durable: new Map<string, number | null>(), waiting: [] };
    folders.set(folder, names);
    return names;
  };
  for (const operation of operations.slice(0, cut)) {
    if (operation.op === "entries") folderOf(operation.folder).waiting.push(operation);
    else if (operation.op === "syncFolder") {
      const folder = folderOf(operation.folder);
      for (const change of folder.waiting.splice(0)) applyEntries(folder.durable, change);
    } else {
      const file = fileOf(operation.file);
      if (operation.op === "sync") file.durable = file.now;
      else if (operation.op === "write") file.now = withWritten(file.now, operation.from, operation.bytes);
      else file.now = resized(file.now, operation.length);
    }
  }
  // Journals keep the order of names, most of the time; a disk that does not is the harder test.
  const inOrder = random() < 0.5;
  for (const { durable, waiting } of folders.values()) {
    const kept = Math.floor(random() * (waiting.length + 1));
    waiting.forEach((change, at) => {
      if (inOrder ? at < kept : random() < 0.5) applyEntries(durable, change);
    });
  }
  return {
    files: new Map([...files].map(([number, file]) => [number, partly(file.durable, file.now, random)])),
    folders: new Map([...folders].map(([folder, { durable }]) => [folder, durable])),
  };
}

interface EntryChange {
  readonly put: readonly Entry[];
  readonly drop: readonly string[];
}

function applyEntries(names: Map<string, number | null>, { put, drop }: EntryChange): void {
  for (const name of drop) names.delete(name);
  for (const { name, file } of put) names.set(name, file);
}

/** Each block is the durable one, the later one, or, where the file had none before, zeros. */
function partly(durable: Uint8Array, now: Uint8Array, random: () => number): Uint8Array {
  if (durable === now) return now;
  const result = resized(durable, random() < 0.5 ? durable.length : now.length);
  const share = random();
  for (let from = 0; from < result.length; from += block)
    if (random() < share) result.set(now.subarray(from, Math.min(from + block, result.length)), from);
  return result;
}

function withWritten(bytes: Uint8Array, from: number, written: Uint8Array): Uint8Array {
  const result = resized(bytes, Math.max(bytes.length, from + written.length));
  result.set(written, from);
  return result;
}

function resized(bytes: Uint8Array, length: number): Uint8Array {
  const result = new Uint8Array(length);
  result.set(bytes.subarray(0, length));
  return result;
}
