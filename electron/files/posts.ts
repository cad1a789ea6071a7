import { join } from "node:path";
import type { Posts } from "#core/draft/links.ts";
import { type ExportEntry, parseRecord } from "#core/draft/record.ts";
import type { DraftTarget } from "#core/draft/target-names.ts";
import { readFileAt } from "./bytes.ts";
import { attempt } from "./failure.ts";
import { nodeFileSystem } from "./file-system.ts";
import { openPlace } from "./place.ts";

const folder = ".lectern/exports";

/** What a post's address can be. A stranger's notebook brings its own records: nothing else of theirs gets into a post. */
const plain = /^(?:https?:\/\/[^\s<>()"']+|(?:\.\.\/)?[\p{L}\p{N}_-][\p{L}\p{N}._-]*\/?)$/iu;

/** Records larger than this, in bytes, are not read. */
const largest = 50_000_000;

/**
 * The posts that notes were exported to for a target, by the note's path; the newest where a note went into several.
 * What can't be read is left out: its links are then named as those of notes that were not exported.
 *
 * @param root real path of the notebook's folder.
 */
export const readPosts = async (root: string, target: DraftTarget): Promise<Posts> => {
  const listed = await attempt("listed", folder, async () => {
    const place = await openPlace(nodeFileSystem, join(root, folder, "any"), root, process.platform);
    try {
      return await nodeFileSystem.readdir(place.at("."));
    } finally {
      await place.close();
    }
  });
  const names = listed.ok ? listed.value.filter((name) => name.startsWith(`${target}-`) && name.endsWith(".json")) : [];
  const entries: ExportEntry[] = [];
  for (const name of names.sort()) {
    const path = `${folder}/${name}`;
    const read = await attempt("read", path, () =>
      readFileAt(nodeFileSystem, join(root, path), path, { limit: largest, within: root }),
    );
    const record = read.ok ? parseRecord(Buffer.from(read.value.bytes).toString()) : null;
    entries.push(...(record?.exports ?? []));
  }
  const oldestFirst = entries.sort((one, other) => Date.parse(one.date) - Date.parse(other.date));
  return new Map(
    oldestFirst.flatMap(({ address, notes = [] }) =>
      address === undefined || !plain.test(address) ? [] : notes.map((note) => [note, address] as const),
    ),
  );
};
