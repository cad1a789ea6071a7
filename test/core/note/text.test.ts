import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodings } from "#core/note/encoding.ts";
import { decode, decodeAs, encode } from "#core/note/text.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean) => {
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))];
  return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
};

/** Reads the bytes and writes them back; null where they are not accepted as text. */
const through = (bytes: Uint8Array) => {
  const read = decode(bytes, "Note.md");
  if (read.kind !== "text") return null;
  const back = encode(read.text, read.form, "Note.md");
  if (!back.ok) throw new Error(back.error.message);
  return back.value;
};

describe("reading and writing a note's bytes", () => {
  it.each([
    ["plain", utf8("# A\n\ntext\n"), { encoding: "utf-8", bom: false, eol: "lf" }, "# A\n\ntext\n"],
    ["nothing", utf8(""), { encoding: "utf-8", bom: false, eol: "lf" }, ""],
    ["one byte", utf8("a"), { encoding: "utf-8", bom: false, eol: "lf" }, "a"],
    ["a UTF-8 mark", utf8("\ufeff# A\n"), { encoding: "utf-8", bom: true, eol: "lf" }, "# A\n"],
    ["two UTF-8 marks", utf8("\ufeff\ufeffA"), { encoding: "utf-8", bom: true, eol: "lf" }, "\ufeffA"],
    ["CRLF", utf8("a\r\nb\r\n"), { encoding: "utf-8", bom: false, eol: "crlf" }, "a\nb\n"],
    ["CR", utf8("a\rb"), { encoding: "utf-8", bom: false, eol: "cr" }, "a\nb"],
    ["mixed ends", utf8("a\r\nb\nc"), { encoding: "utf-8", bom: false, eol: "mixed" }, "a\r\nb\nc"],
    ["CR CR LF", utf8("a\r\r\nb"), { encoding: "utf-8", bom: false, eol: "mixed" }, "a\r\r\nb"],
    ["U+2028 and U+0085", utf8("a\u2028b\u0085c\n"), { encoding: "utf-8", bom: false, eol: "lf" }, "a\u2028b\u0085c\n"],
    ["both Unicode forms", utf8("é e\u0301"), { encoding: "utf-8", bom: false, eol: "lf" }, "é e\u0301"],
    ["UTF-16 LE", utf16("ä\r\n😀\r\n", true), { encoding: "utf-16le", bom: true, eol: "crlf" }, "ä\n😀\n"],
    ["UTF-16 BE", utf16("ä\n😀", false), { encoding: "utf-16be", bom: true, eol: "lf" }, "ä\n😀"],
  ])("keeps %s", (_, bytes, form, text) => {
    expect(decode(bytes, "Note.md")).toEqual({ kind: "text", text, form });
    expect(through(bytes)).toEqual(bytes);
  });

  it("gives back every accepted byte string unchanged", () => {
    const pieces = fc.constantFrom("\r", "\n", "\r\n", "\ufeff", "é", "😀", "\u2028", "- 45 min", "\t", " ");
    const text = fc.array(fc.oneof(pieces, fc.string({ unit: "binary" })), { maxLength: 30 });
    fc.assert(
      fc.property(text, (parts) => {
        const bytes = utf8(parts.join("").replaceAll("\0", ""));
        expect(through(bytes)).toEqual(bytes);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const back = through(bytes);
        if (back) expect(back).toEqual(bytes);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["invalid UTF-8", Uint8Array.of(0x61, 0xff, 0x62)],
    ["a cut UTF-8 character", Uint8Array.of(0xe2, 0x82)],
    ["an overlong one", Uint8Array.of(0xc0, 0xaf)],
    ["a coded surrogate", Uint8Array.of(0xed, 0xa0, 0x80)],
    ["half a UTF-16 character", Uint8Array.of(0xff, 0xfe, 0x00, 0xd8)],
    ["an odd number of UTF-16 bytes", Uint8Array.of(0xff, 0xfe, 0x61)],
  ])("does not take %s for text, but shows it", (_, bytes) => {
    const read = decode(bytes, "Note.md");
    expect(read.kind).toBe("undecodable");
    if (read.kind === "undecodable") expect(read.error.message).toContain("Note.md");
  });

  it("refuses files that are no text, and tells UTF-16 without a mark from them", () => {
    expect(decode(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), "a.md").kind).toBe("binary");
    expect(decode(utf8("text\0text"), "a.md").kind).toBe("binary");
    expect(decode(Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0), "a.md").kind).toBe("binary");
    const unmarked = utf16("Kein BOM hier", true).subarray(2);
    expect(decode(unmarked, "a.md")).toMatchObject({
      kind: "undecodable",
      guess: "utf-16le",
      preview: "Kein BOM hier",
    });
    expect(decodeAs(unmarked, "utf-16le", "a.md")).toMatchObject({ ok: true, value: { exact: true } });
  });

  it("reads what was written in the chosen encoding", () => {
    const cases = [
      ["windows-1252", [0x80, 0x81, 0xe9], "€\x81é"],
      ["shift_jis", [0x93, 0xfa, 0x96, 0x7b, 0xb1], "日本ｱ"],
      ["gbk", [0xc4, 0xe3, 0xba, 0xc3], "你好"],
      ["koi8-r", [0xc1], "а"],
    ] as const;
    for (const [encoding, bytes, text] of cases)
      expect(decodeAs(Uint8Array.from(bytes), encoding, "a.md")).toMatchObject({
        ok: true,
        value: { text, exact: true },
      });
  });

  it("calls a chosen encoding exact only where the same bytes come back", () => {
    fc.assert(
      fc.property(fc.constantFrom(...encodings), fc.uint8Array({ min: 1, maxLength: 24 }), (encoding, bytes) => {
        const read = decodeAs(bytes, encoding, "a.md");
        if (!read.ok || !read.value.exact) return;
        expect(encode(read.value.text, read.value.form, "a.md")).toEqual({ ok: true, value: bytes });
      }),
      { numRuns: 500 },
    );
    // Two codes for one character (NEC's and the standard's ≒): only one of them can be written back.
    const twice = [0x81e0, 0x8790].map((code) => decodeAs(Uint8Array.of(code >> 8, code & 255), "shift_jis", "a.md"));
    expect(twice.map((read) => read.ok && read.value.text)).toEqual(["≒", "≒"]);
    expect(twice.map((read) => read.ok && read.value.exact)).toEqual([true, false]);
  });

  it("names the line of a character that cannot be written, instead of replacing it", () => {
    const latin = { encoding: "windows-1252", bom: false, eol: "crlf" } as const;
    expect(encode("a\nb 😀", latin, "a.md")).toMatchObject({ ok: false, error: { code: "not-text", line: 2 } });
    const plain = { encoding: "utf-8", bom: false, eol: "lf" } as const;
    expect(encode("\ud800", plain, "a.md")).toMatchObject({ ok: false, error: { line: 1 } });
  });

  it("does not double the line ends of pasted text", () => {
    const form = { encoding: "utf-8", bom: false, eol: "crlf" } as const;
    expect(encode("a\r\nb\nc", form, "a.md")).toEqual({ ok: true, value: utf8("a\r\nb\r\nc") });
  });
});
