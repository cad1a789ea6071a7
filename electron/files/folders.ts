import { dirname, join } from "node:path";
import { twinKey } from "#core/note/paths.ts";
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
 * Throws a Refusal where `path`, or one that some system takes for the same (case, Unicode form), is there already.
 * `own` is the path being renamed, which may stand in its own way.
 */
export async function refuseTaken(fs: FileSystem, root: string, path: string, own: string | null): Promise<void> {
  const folder = dirname(join(root, path));
  const names = await fs.readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  });
  const parent = path.slice(0, path.lastIndexOf("/") + 1);
  const taken = names.map((name) => parent + name).find((each) => each !== own && twinKey(each) === twinKey(path));
  if (taken === undefined) return;
  const message =
    taken === path
      ? `${path} is already there.`
      : `${path} differs from ${taken} only in ways that some systems ignore.`;
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
  // On a disk that ignores case, "raft.md" and "Raft.md" are one file: only a rename changes its case.
  if (there && (there.ino !== source.ino || there.dev !== source.dev))
    throw new Refusal("exists", "A file of this name is already there.", "Use another name.", to);
  if (there || !source.isFile()) return fs.rename(from, to);
  try {
    await fs.link(from, to);
  } catch (error) {
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(codeOf(error))) throw error;
    return fs.rename(from, to); // a disk without links; the name was free a moment ago
  }
  await fs.unlink(from);
}
