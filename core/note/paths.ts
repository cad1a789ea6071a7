import { fail, ok, type Result } from "../result.ts";

const noteEnding = /\.(?:md|markdown)$/i;
const ignored = new Set([".git", "node_modules", ".lectern"]);

/** Whether a file name is that of a note. */
export const isNoteName = (name: string): boolean => noteEnding.test(name);

/** Whether a folder of this name is left alone: Git's, a package manager's, our own. */
export const isIgnoredFolder = (name: string): boolean => ignored.has(name.toLowerCase());

/** A note's name as lists show it: the last part of its path, without the ending. */
export const noteNameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(noteEnding, "");

// Windows keeps these names for devices, with any ending. https://learn.microsoft.com/windows/win32/fileio/naming-a-file
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\u0000-\u001f\u007f<>:"|?*\\]/;
const encodedSeparator = /%(?:2e|2f|5c|00)/i;

/**
 * Checks a path for a new note, inside the notebook, with "/" between its parts. Only names that every system takes
 * are let through, so that a notebook can be carried anywhere. Adds ".md" where there is no ending of a note.
 * Fails with "bad-input" and a sentence that says which part is wrong.
 */
export function checkNewNotePath(path: string): Result<string> {
  const refuse = (why: string) => fail("bad-input", `“${shown(path)}” ${why}.`, "Use another name.", { file: path });
  if (path.trim() === "") return fail("bad-input", "A note needs a name.", "Type one.");
  if (path.startsWith("/") || /^[a-z]:/i.test(path)) return refuse("must lie inside the notebook");
  const full = isNoteName(path) ? path : `${path}.md`;
  const parts = full.split("/");
  for (const part of parts) {
    if (part === "" || part === ".") return refuse("has an empty part");
    if (part === "..") return refuse("must lie inside the notebook");
    if (forbidden.test(part)) return refuse('has a character that file names cannot have (< > : " | ? * \\)');
    if (/\p{Surrogate}/u.test(part)) return refuse("has half a character in it");
    if (encodedSeparator.test(part)) return refuse("has a coded dot or slash");
    if (/[. ]$/.test(part) || part.startsWith(" ")) return refuse("begins or ends a name with a space or a dot");
    if (device.test(part)) return refuse("is a name that Windows keeps for a device");
    if (utf8Length(part) > 255) return refuse("is too long");
    if (isNoteName(part) && /^\.*$/.test(noteNameOf(part))) return refuse("has no name before its ending");
  }
  if (parts.slice(0, -1).some(isIgnoredFolder)) return refuse("lies in a folder that Lectern leaves alone");
  return ok(full);
}

const shown = (path: string): string => (path.length > 60 ? `${path.slice(0, 57)}…` : path);

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

/** The path among `paths` that some system takes for the same file (case, Unicode form), or null. */
export function twinOf(path: string, paths: Iterable<string>): string | null {
  const key = twinKey(path);
  for (const other of paths) if (other !== path && twinKey(other) === key) return other;
  return null;
}

/** Equal for paths that macOS or Windows takes for one file. */
export const twinKey = (path: string): string => path.normalize("NFC").toLowerCase().normalize("NFC");

/** A path that is free beside `path`: "Raft copy.md", "Raft copy 2.md" … */
export function freeCopyPath(path: string, taken: Iterable<string>): string {
  const keys = new Set([...taken].map(twinKey));
  const [ending = ".md"] = noteEnding.exec(path) ?? [];
  const stem = path.slice(0, path.length - ending.length);
  for (let number = 1; ; number++) {
    const candidate = `${stem} copy${number === 1 ? "" : ` ${number}`}${ending}`;
    if (!keys.has(twinKey(candidate))) return candidate;
  }
}
