import { isNoteName } from "./paths.ts";

/** A second version of a note that a sync program put beside it, because two machines had changed it. */
export interface ConflictCopy {
  /** Path of the copy. */
  readonly copy: string;
  /** Path of the note that it is a version of. */
  readonly of: string;
  readonly by: "Dropbox" | "Syncthing" | "OneDrive" | "iCloud";
}

interface Rule {
  readonly by: ConflictCopy["by"];
  /** Its first group is the name without the mark; the ending follows. */
  readonly pattern: RegExp;
}

const rules: readonly Rule[] = [
  // help.dropbox.com/organize/conflicted-copy: "Name (Ann's conflicted copy 2026-11-24).md"
  { by: "Dropbox", pattern: /^(.+) \([^()]*(?:conflicted copy|conflict)[^()]*(?:\(\d+\))?\)$/i },
  // docs.syncthing.net/users/syncing.html: "Name.sync-conflict-<date>-<time>-<modified by>.md"
  { by: "Syncthing", pattern: /^(.+)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?$/ },
  // The name of the computer, as Windows gives it by default
  { by: "OneDrive", pattern: /^(.+)-(?:DESKTOP|LAPTOP|WIN|PC)-[A-Z0-9]{3,}(?:-\d+)?$/ },
  // "Name 2.md" beside "Name.md"
  { by: "iCloud", pattern: /^(.+) [2-9]$/ },
];

/**
 * The conflict copies among a notebook's paths. The note itself must be there too: without it a name of this kind is
 * just a name. iCloud's marks ("Week 2.md" beside "Week.md") may be the person's own, so copies are only ever offered.
 */
export function conflictCopies(paths: readonly string[]): ConflictCopy[] {
  const known = new Set(paths);
  return paths.flatMap((copy) => {
    const match = isNoteName(copy) ? /^(.*?)(\.[^./]+)$/s.exec(copy) : null;
    const [, , ending = ""] = match ?? [];
    const slash = copy.lastIndexOf("/") + 1;
    const stem = copy.slice(slash, copy.length - ending.length);
    for (const { by, pattern } of rules) {
      const name = pattern.exec(stem)?.[1];
      const of = name === undefined ? undefined : `${copy.slice(0, slash)}${name}${ending}`;
      if (of !== undefined && known.has(of)) return [{ copy, of, by }];
    }
    return [];
  });
}
