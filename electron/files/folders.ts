import { dirname, join } from "node:path";
import { twinOf } from "#core/note/paths.ts";
import { Refusal } from "./failure.ts";
import { codeOf, type FileSystem } from "./file-system.ts";
import { openPlace } from "./place.ts";

/** Makes the folders on the way to a path inside `root`, durably. Leads out of `root` through no link. */
export async function makeFolders(fs: FileSystem, root: string, path: string): Promise<void> {
  let folder = root;
  for (const part of path.split("/").slice(0, -1)) {
    folder = join(folder, part);
    const place = await openPlace(fs, folder, root, process.platform);
    try {
      await fs.mkdir(place.at(place.name));
      await place.sync();
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    } finally {
      await place.close();
    }
  }
}

/**
 * Throws a Refusal where a file is there that some systems take for the same as `path` (case, Unicode form). `own` is
 * the path being renamed, which may stand in its own way.
 */
export async function refuseTwins(fs: FileSystem, root: string, path: string, own: string | null): Promise<void> {
  const names = await fs.readdir(dirname(join(root, path))).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  });
  const parent = path.slice(0, path.lastIndexOf("/") + 1);
  const twin = twinOf(
    path,
    names.map((name) => parent + name).filter((each) => each !== own),
  );
  if (twin === null) return;
  const message = `${path} differs from ${twin} only in ways that some systems ignore.`;
  throw new Refusal("exists", message, "Use another name.", path);
}

/**
 * Renames a file without ever writing over another one: a link, unlike a rename, fails where something is. Where a kill
 * falls between link and unlink the file has both names, and nothing is lost. `from` and `to` as `openPlace` gives them.
 */
export async function moveFile(fs: FileSystem, from: string, to: string): Promise<void> {
  const source = await fs.lstat(from, { bigint: true });
  const there = await fs.lstat(to, { bigint: true }).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  });
  const isSame = there !== null && there.ino === source.ino && there.dev === source.dev;
  if (there && !isSame) throw new Refusal("exists", "A file of this name is already there.", "Use another name.", to);
  // Both names of one file: a first try was cut short before its unlink.
  if (isSame && source.nlink > 1n) return fs.unlink(from);
  // On a disk that ignores case, "raft.md" and "Raft.md" are one entry: only a rename changes its case.
  if (isSame || !source.isFile()) return fs.rename(from, to);
  try {
    await fs.link(from, to);
  } catch (error) {
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(codeOf(error))) throw error;
    return fs.rename(from, to); // a disk without links; the name was free a moment ago
  }
  await fs.unlink(from);
}
