import { type Failure, fail, ok, type Result } from "../result.ts";
import { decodeBytes, type Encoding, encodeText } from "./encoding.ts";
import { type LineEnds, lineEndsOf, withLineEnds, withNewlines } from "./line-ends.ts";

/** How a note is written on disk, apart from its text: all that is needed to write it back byte for byte. */
export interface NoteForm {
  readonly encoding: Encoding;
  /** Whether a byte order mark comes first. */
  readonly bom: boolean;
  readonly eol: LineEnds;
}

/** The form that new notes have. */
export const plainForm: NoteForm = { encoding: "utf-8", bom: false, eol: "lf" };

/** A note's text as the editor holds it, and the form to write it back in. */
export interface NoteText {
  readonly text: string;
  readonly form: NoteForm;
}

/**
 * What bytes turn out to be.
 * - text: `encode(text, form)` gives the same bytes again, to the last one.
 * - undecodable: text in an encoding that must be chosen (`decodeAs`); `preview` is a guess to look at, never to save.
 * - binary: no text at all.
 */
export type Decoded =
  | ({ readonly kind: "text" } & NoteText)
  | { readonly kind: "undecodable"; readonly preview: string; readonly guess: Encoding; readonly error: Failure }
  | { readonly kind: "binary"; readonly error: Failure };

/** Reads a note's bytes: UTF-8 with or without BOM, UTF-16 with BOM. Nothing is normalised. `file` is for the sentence. */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const marked = markOf(bytes);
  const encoding = marked?.encoding ?? "utf-8";
  const raw = decodeBytes(marked ? bytes.subarray(marked.length) : bytes, encoding);
  if (raw?.includes("\0") || (raw === null && !marked && bytes.includes(0))) {
    const guess = marked ? null : guessUtf16(bytes);
    return guess ? undecodable(bytes, file, guess) : binary(file);
  }
  if (raw === null) return marked ? undecodable(bytes, file, encoding) : undecodable(bytes, file, "windows-1252");
  return { kind: "text", ...withForm(raw, encoding, marked !== null) };
}

/**
 * Reads a note's bytes in the encoding that the person chose.
 * `exact` is false where writing it back would not give the same bytes: such a note stays read-only.
 * Fails with "not-text" where the bytes are not valid in that encoding.
 */
export function decodeAs(bytes: Uint8Array, encoding: Encoding, file: string): Result<NoteText & { exact: boolean }> {
  const mark = markOf(bytes);
  const bom = mark?.encoding === encoding;
  const raw = decodeBytes(bom ? bytes.subarray(mark.length) : bytes, encoding);
  if (raw === null)
    return fail("not-text", `${file} cannot be read as ${encoding}.`, "Choose another encoding.", { file });
  if (raw.includes("\0")) return { ok: false, error: binary(file).error };
  const note = withForm(raw, encoding, bom);
  const back = encode(note.text, note.form, file);
  return ok({ ...note, exact: back.ok && sameBytes(back.value, bytes) });
}

/**
 * The bytes to write for a text in a form. Fails with "not-text", naming the 1-based line, where the text has a
 * character that the encoding does not (nothing is ever replaced by "?").
 */
export function encode(text: string, form: NoteForm, file: string): Result<Uint8Array> {
  const raw = withLineEnds(text, form.eol);
  const bytes = encodeText(raw, form.encoding);
  if (typeof bytes === "number") {
    const character = String.fromCodePoint(raw.codePointAt(bytes) ?? 0);
    const line = raw.slice(0, bytes).split(/\r\n|\r|\n/).length;
    const shown = /\p{Surrogate}/u.test(character) ? "half a character" : `“${character}”`;
    const where = `Line ${line} of ${file} has ${shown}, which ${form.encoding} cannot write.`;
    return fail("not-text", where, "Remove it, or save the note as UTF-8.", { file, line });
  }
  if (!form.bom) return ok(bytes);
  const mark = marks.find((each) => each.encoding === form.encoding)?.bytes ?? [];
  const marked = new Uint8Array(mark.length + bytes.length);
  marked.set(mark);
  marked.set(bytes, mark.length);
  return ok(marked);
}

const marks = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
] as const;

function markOf(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  const mark = marks.find((each) => each.bytes.every((byte, at) => bytes[at] === byte));
  return mark ? { encoding: mark.encoding, length: mark.bytes.length } : null;
}

function withForm(raw: string, encoding: Encoding, bom: boolean): NoteText {
  const eol = lineEndsOf(raw);
  return { text: withNewlines(raw, eol), form: { encoding, bom, eol } };
}

/** UTF-16 without a mark shows as a zero in every second byte; only then is a file with zeros taken for text. */
function guessUtf16(bytes: Uint8Array): Encoding | null {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < bytes.length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const guess = even > odd ? "utf-16be" : "utf-16le";
  if (Math.max(even, odd) < bytes.length / 4) return null;
  const text = decodeBytes(bytes, guess);
  return text === null || text.includes("\0") ? null : guess;
}

function undecodable(bytes: Uint8Array, file: string, guess: Encoding): Decoded {
  const preview = decodeBytes(bytes, guess) ?? decodeBytes(bytes, "windows-1252") ?? "";
  const message = `${file} is not in UTF-8, so it is open for reading only.`;
  const error: Failure = { code: "not-text", message, action: "Choose its encoding to edit it.", file };
  return { kind: "undecodable", preview, guess, error };
}

function binary(file: string) {
  const message = `${file} is not a text file.`;
  const error: Failure = { code: "not-text", message, action: "Open it with the program that made it.", file };
  return { kind: "binary", error } as const;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
