// The engines all have these two, but neither ECMAScript's library nor `core` knows the platform's types.
declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** The encodings that a note can be read in; the labels are those of the WHATWG Encoding Standard. */
export const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "iso-8859-2",
  "iso-8859-15",
  "koi8-r",
  "shift_jis",
  "euc-jp",
  "gbk",
  "big5",
  "euc-kr",
] as const;

/** One of `encodings`. */
export type Encoding = (typeof encodings)[number];

/** The text of `bytes`, or null where they are not valid in this encoding (or the engine lacks it). Strips no BOM. */
export function decodeBytes(bytes: Uint8Array, encoding: Encoding): string | null {
  // Three of our own: engines differ in which of these they know, and how strictly they read them.
  if (encoding === "windows-1252") return fromCodes(bytes.length, (at) => windows1252Code(bytes[at] ?? 0));
  if (encoding === "utf-16le" || encoding === "utf-16be") return decodeUtf16(bytes, encoding === "utf-16le");
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    // TypeError: invalid bytes. RangeError: an engine without this encoding.
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** The bytes of `text`, or the offset (UTF-16 code units) of the first character that this encoding cannot write. */
export function encodeText(text: string, encoding: Encoding): Uint8Array | number {
  if (encoding === "utf-8" || encoding === "utf-16le" || encoding === "utf-16be") {
    const alone = text.search(/\p{Surrogate}/u);
    if (alone >= 0) return alone;
    return encoding === "utf-8" ? new TextEncoder().encode(text) : encodeUtf16(text, encoding === "utf-16le");
  }
  const table = tableOf(encoding);
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    const written = table.get(code);
    if (written === undefined) return at;
    if (written > 0xff) bytes[length++] = written >> 8;
    bytes[length++] = written & 0xff;
    if (code > 0xffff) at++;
  }
  return bytes.slice(0, length);
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return bytes;
}

/** Null for an odd number of bytes and for half characters. */
function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): string | null {
  if (bytes.length % 2 !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = fromCodes(bytes.length / 2, (at) => view.getUint16(at * 2, littleEndian));
  return /\p{Surrogate}/u.test(text) ? null : text;
}

// Bytes 0x80 to 0x9F; all others are their own code point.
const windows1252 =
  "\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F" +
  "\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178";

const windows1252Code = (byte: number): number =>
  byte >= 0x80 && byte <= 0x9f ? windows1252.charCodeAt(byte - 0x80) : byte;

/** A string of UTF-16 code units, made in pieces that an argument list can hold. */
function fromCodes(length: number, codeAt: (at: number) => number): string {
  const pieces: string[] = [];
  for (let from = 0; from < length; from += 8192) {
    const codes = Array.from({ length: Math.min(8192, length - from) }, (_, at) => codeAt(from + at));
    pieces.push(String.fromCharCode(...codes));
  }
  return pieces.join("");
}

const tables = new Map<Encoding, ReadonlyMap<number, number>>();

/** Code point → one or two bytes, found by asking the decoder for every sequence once. The shortest, lowest bytes win. */
function tableOf(encoding: Encoding): ReadonlyMap<number, number> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<number, number>();
  const learn = (bytes: Uint8Array, value: number): boolean => {
    const text = decodeBytes(bytes, encoding);
    const code = text?.codePointAt(0);
    if (text === null || code === undefined || text.length !== (code > 0xffff ? 2 : 1)) return false;
    if (!table.has(code)) table.set(code, value);
    return true;
  };
  const leads: number[] = [];
  for (let byte = 0; byte < 256; byte++) if (!learn(Uint8Array.of(byte), byte)) leads.push(byte);
  if (
    encoding === "shift_jis" ||
    encoding === "euc-jp" ||
    encoding === "gbk" ||
    encoding === "big5" ||
    encoding === "euc-kr"
  )
    for (const lead of leads)
      for (let trail = 0x40; trail < 256; trail++) learn(Uint8Array.of(lead, trail), lead * 256 + trail);
  tables.set(encoding, table);
  return table;
}
