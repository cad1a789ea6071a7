const utf8 = (text: string): Buffer => Buffer.from(text);
const marked = (mark: readonly number[], bytes: Buffer): Buffer => Buffer.concat([Buffer.from(mark), bytes]);
const bigEndian = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();

/** Bytes that editors spoil: every kind that a note can come in, by name. All are text. */
export const nastyTexts: Record<string, Uint8Array> = {
  "UTF-8 with a mark": marked([0xef, 0xbb, 0xbf], utf8("# Titel\n")),
  "UTF-16 LE": marked([0xff, 0xfe], Buffer.from("# Überschrift\r\n😀\r\n", "utf16le")),
  "UTF-16 BE": marked([0xfe, 0xff], bigEndian("# Überschrift\n😀")),
  CRLF: utf8("# A\r\n\r\n- b\r\n"),
  CR: utf8("# A\r\r- b"),
  "mixed line ends": utf8("a\r\nb\nc\rd\r\r\n\n\r"),
  "U+2028 and U+2029": utf8("a\u2028b\u2029c\u0085d\n"),
  "no final newline": utf8("# A\ntext"),
  "many final newlines": utf8("# A\n\n\n\n"),
  "trailing spaces and tabs": utf8("a  \nb\t\n\t- c \n"),
  "list markers of all kinds": utf8("* a\n+ b\n- c\n1) d\n02. e\n"),
  nothing: utf8(""),
  "one byte": utf8("#"),
  "one newline": utf8("\n"),
  "front matter only": utf8("---\ntitle: x\n---\n"),
  "an unclosed fence": utf8("```js\nlet a\n"),
  "one line of 10 MB": Buffer.alloc(10_000_000, "word "),
  "100,000 headings": utf8("# heading\n".repeat(100_000)),
  "5,000 nested quotes": utf8(`${">".repeat(5_000)} deep\n`),
  "lists 1,000 deep": utf8(Array.from({ length: 1_000 }, (_, depth) => `${"  ".repeat(depth)}- item\n`).join("")),
  "50,000 opening brackets": utf8("[".repeat(50_000)),
  "a table of 50,000 rows": utf8(`| a | b |\n|---|---|\n${"| 1 | 2 |\n".repeat(50_000)}`),
  "right to left, with overrides": utf8("שלום עולם \u202eevil\u202c مرحبا\n"),
  "joined emoji": utf8("👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽\n"),
  "200 combining marks": utf8(`e${"\u0301".repeat(200)}\n`),
  "both Unicode forms": utf8("é e\u0301 Å A\u030a ﬁ\n"),
  "control characters": utf8("a\u0001b\u000bc\u000cd\u001be\u007f\n"),
  "unassigned and private characters": utf8("\ufffe \uffff \ue000 \u{10ffff} \u{e0041}\n"),
};

/** Bytes in encodings that cannot be told by looking: for reading only until one is chosen. */
export const undecodable: Record<string, Uint8Array> = {
  "Latin-1": Buffer.from("caf\u00e9\n", "latin1"),
  "Shift-JIS": Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x0a]),
  "invalid UTF-8": Buffer.from([0x61, 0xc3, 0x28, 0x0a]),
  "a cut character": Buffer.from([0x61, 0xe2, 0x82]),
  "half of a UTF-16 pair": Buffer.from([0xff, 0xfe, 0x3d, 0xd8, 0x0a, 0x00]),
};

/** Bytes that are no text. */
export const binary: Record<string, Uint8Array> = {
  "NUL bytes": Buffer.from("text\0text\n"),
  "a picture": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
  "UTF-32": Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]),
};
