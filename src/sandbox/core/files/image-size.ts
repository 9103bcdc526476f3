/** What the first bytes of a file say, whatever its name says. */
export interface ImageHead {
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
}

/** Undefined: no image of the four kinds, or none with a size. */
export function readImageHead(bytes: Uint8Array): ImageHead | undefined {
  for (const read of [readPng, readGif, readWebp, readJpeg]) {
    const head = read(bytes);
    if (head && head.width > 0 && head.height > 0) return head;
  }
  return undefined;
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  return Array.from(text).every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
}

function readPng(bytes: Uint8Array): ImageHead | undefined {
  if (bytes.length < 24 || !hasText(bytes, 1, 'PNG\r\n') || !hasText(bytes, 12, 'IHDR')) return undefined;
  return { contentType: 'image/png', width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) };
}

function readGif(bytes: Uint8Array): ImageHead | undefined {
  if (bytes.length < 10 || !(hasText(bytes, 0, 'GIF87a') || hasText(bytes, 0, 'GIF89a'))) return undefined;
  return { contentType: 'image/gif', width: view(bytes).getUint16(6, true), height: view(bytes).getUint16(8, true) };
}

/** Three kinds of WebP, with three ways to write a size. */
function readWebp(bytes: Uint8Array): ImageHead | undefined {
  if (bytes.length < 30 || !hasText(bytes, 0, 'RIFF') || !hasText(bytes, 8, 'WEBP')) return undefined;
  const contentType = 'image/webp';
  const data = view(bytes);
  if (hasText(bytes, 12, 'VP8X')) {
    const three = (at: number) => data.getUint16(at, true) + (data.getUint8(at + 2) << 16) + 1;
    return { contentType, width: three(24), height: three(27) };
  }
  if (hasText(bytes, 12, 'VP8L')) {
    const bits = data.getUint32(21, true);
    return { contentType, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (!hasText(bytes, 12, 'VP8 ')) return undefined;
  return { contentType, width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff };
}

/** The size is in the frame header, after any number of other segments. */
function readJpeg(bytes: Uint8Array): ImageHead | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const data = view(bytes);
  for (let at = 2; at + 9 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { contentType: 'image/jpeg', height: data.getUint16(at + 5), width: data.getUint16(at + 7) };
    at += 2 + data.getUint16(at + 2);
  }
  return undefined;
}
