import type { NoteEntry } from "#core/api.ts";
import type { TreeRow, TreeRows } from "../ui/tree.tsx";

/** A row of the notes list: a note, or a folder that notes lie in. */
export interface NoteRow extends TreeRow {
  readonly label: string;
  readonly name: string;
  /** null for a folder. */
  readonly note: NoteEntry | null;
}

interface Folder {
  readonly path: string;
  readonly folders: Map<string, Folder>;
  readonly notes: NoteEntry[];
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" }).compare;

/** The notes as a tree, folders first, in the order people expect ("Note 2" before "Note 10"). */
export function noteRows(notes: readonly NoteEntry[], collapsed: ReadonlySet<string>): readonly NoteRow[] {
  const root = foldersOf(notes);
  const rows: NoteRow[] = [];
  const add = (folder: Folder, depth: number, parent: number): void => {
    const folders = [...folder.folders].sort(([a], [b]) => byName(a, b));
    const sorted = [...folder.notes].sort((a, b) => byName(a.name, b.name));
    const size = folders.length + sorted.length;
    let place = 0;
    const shared = { depth, parent, size };
    for (const [name, inner] of folders) {
      const expanded = !collapsed.has(inner.path);
      rows.push({
        ...shared,
        key: `${inner.path}/`,
        name,
        label: `${name}, folder`,
        note: null,
        expanded,
        place: ++place,
      });
      if (expanded) add(inner, depth + 1, rows.length - 1);
    }
    for (const note of sorted) {
      const label = note.outside ? `${note.name}, a link that leads out of the notebook` : note.name;
      rows.push({ ...shared, key: note.path, name: note.name, label, note, expanded: null, place: ++place });
    }
  };
  add(root, 0, -1);
  return rows;
}

function foldersOf(notes: readonly NoteEntry[]): Folder {
  const root: Folder = { path: "", folders: new Map(), notes: [] };
  for (const note of notes) {
    let folder = root;
    for (const name of note.path.split("/").slice(0, -1)) {
      let inner = folder.folders.get(name);
      if (!inner) {
        inner = { path: folder.path === "" ? name : `${folder.path}/${name}`, folders: new Map(), notes: [] };
        folder.folders.set(name, inner);
      }
      folder = inner;
    }
    folder.notes.push(note);
  }
  return root;
}

/** The rows as the tree takes them. */
export const asTreeRows = (rows: readonly NoteRow[]): TreeRows => ({
  length: rows.length,
  at: (index) => rows[index],
  label: (index) => rows[index]?.label ?? "",
});

/** Where a folder row's fold is kept. */
export const folderPath = (row: NoteRow): string => row.key.slice(0, -1);
