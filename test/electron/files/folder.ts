import { existsSync } from "node:fs";
import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type Notebook, openNotebook } from "../../../electron/files/notebook.ts";

/** Memory where there is such a disk: thousands of syncs would wear the other one out. */
const scratch = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** A real temporary folder with these files in it, gone when the test ends; in `place`, where the disk matters. */
export async function folderWith(files: Record<string, string | Uint8Array> = {}, place = scratch): Promise<string> {
  const folder = await realpath(await mkdtemp(join(place, "lectern-")));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

/** A notebook opened on a folder, listed once. Its trash is a folder of its own. */
export async function notebookOn(folder: string): Promise<Notebook> {
  const rescue = await folderWith();
  const opened = await openNotebook(folder, { rescue, trash: (path) => rename(path, join(rescue, "trashed.md")) });
  if (!opened.ok) throw new Error(opened.error.message);
  const listed = await opened.value.list();
  if (!listed.ok) throw new Error(listed.error.message);
  return opened.value;
}
