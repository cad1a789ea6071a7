import { mkdir } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { readFileAt } from "./bytes.ts";
import { codeOf, type FileSystem, nodeFileSystem } from "./file-system.ts";
import { saveFile } from "./save.ts";

export interface JsonStoreOptions<T> {
  readonly file: string;
  /** Throws where the value is not one of this store's. */
  readonly parse: (value: unknown) => T;
  readonly initial: T;
  /** Takes what went wrong with the file; the values in memory stay good. */
  readonly onError: (error: unknown) => void;
  readonly now?: () => Date;
  readonly fs?: FileSystem;
}

/** One small JSON file: what it says is in memory, and changes reach the disk by the recipe of save.ts. */
export interface JsonStore<T> {
  readonly get: () => T;
  /** Kept in memory at once, on disk soon. Of many changes in a row only the last is written. */
  readonly set: (next: T) => void;
  /** Resolves when the last `set` is durable, or has failed and `onError` was told; the next `set` tries again. */
  readonly flush: () => Promise<void>;
}

/** Opens a JSON file. A missing one gives `initial`; one that cannot be understood is set aside beside it, never lost. */
export async function openJsonStore<T>(options: JsonStoreOptions<T>): Promise<JsonStore<T>> {
  const { file, initial, onError, fs = nodeFileSystem } = options;
  let { value } = await read(options, fs).catch((error: unknown) => {
    onError(error);
    return { value: initial };
  });
  let changed = false;
  let writing: Promise<void> | null = null;

  const write = async () => {
    while (changed) {
      changed = false;
      const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
      try {
        await mkdir(dirname(file), { recursive: true });
        const saved = await saveFile(file, bytes, { base: "any", fs });
        if (!saved.ok) onError(new Error(saved.error.message));
      } catch (error) {
        onError(error);
      }
    }
    writing = null;
  };

  return {
    get: () => value,
    set(next) {
      value = next;
      changed = true;
      writing ??= write();
    },
    flush: async () => {
      await writing;
    },
  };
}

async function read<T>(
  { file, parse, initial, onError, now }: JsonStoreOptions<T>,
  fs: FileSystem,
): Promise<{ value: T }> {
  let bytes: Uint8Array;
  try {
    ({ bytes } = await readFileAt(fs, file, basename(file)));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return { value: initial };
    throw error;
  }
  try {
    return { value: parse(JSON.parse(Buffer.from(bytes).toString())) };
  } catch (error) {
    const stamp = (now?.() ?? new Date()).toISOString().replace(/[:.]/g, "-");
    await fs.rename(file, `${file}.${stamp}.bad`);
    onError(new Error(`${basename(file)} could not be understood and was set aside.`, { cause: error }));
    return { value: initial };
  }
}
