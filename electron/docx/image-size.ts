/** Kinds of images that Word shows, with their size in pixels. */
export interface DocumentImage {
  readonly type: "png" | "jpg" | "gif" | "bmp";
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Reads a `data:` address with the size of its image; null for kinds that Word does not show, and for broken files. */
export const readImageData = (address: string): DocumentImage | null => {
  const bytes = Buffer.from(address.slice(address.indexOf(",") + 1), "base64");
  const found = sizeOf(bytes);
  return found !== null && found.width > 0 && found.height > 0 ? { ...found, bytes } : null;
};

/** By the first bytes of the file, whatever its name says. */
const sizeOf = (bytes: Buffer): Omit<DocumentImage, "bytes"> | null => {
  if (bytes.length < 26) return null;
  if (bytes.readUInt32BE(0) === 0x89504e47)
    return { type: "png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (bytes.toString("latin1", 0, 4) === "GIF8")
    return { type: "gif", width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  if (bytes.toString("latin1", 0, 2) === "BM")
    return { type: "bmp", width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) };
  return bytes.readUInt16BE(0) === 0xffd8 ? jpegSize(bytes) : null;
};

/** The frame header's size (ITU T.81, B.2.2): markers SOF0 to SOF15 apart from DHT, JPG and DAC. */
const jpegSize = (bytes: Buffer): Omit<DocumentImage, "bytes"> | null => {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { type: "jpg", height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
};
