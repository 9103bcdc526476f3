/** A picture of few colours as PNG, not packed: small enough, and readable everywhere. */
export function writePng(width: number, height: number, palette: readonly number[], colourAt: Paint): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = colourAt(x, y);
  }
  const colours = palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]);
  return join([
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk('IHDR', join([number(width), number(height), [8, 3, 0, 0, 0]])),
    chunk('PLTE', Uint8Array.from(colours)),
    chunk('IDAT', store(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** The place in the palette. */
export type Paint = (x: number, y: number) => number;

function chunk(name: string, content: Uint8Array): Uint8Array {
  const named = join([Array.from(name, (letter) => letter.charCodeAt(0)), content]);
  return join([number(content.length), named, number(crc32(named))]);
}

const LARGEST_BLOCK = 65_535;

/** zlib without compression. */
function store(bytes: Uint8Array): Uint8Array {
  const parts: ArrayLike<number>[] = [[0x78, 0x01]];
  for (let at = 0; at < bytes.length; at += LARGEST_BLOCK) {
    const block = bytes.subarray(at, at + LARGEST_BLOCK);
    const isLast = at + LARGEST_BLOCK >= bytes.length;
    const { length } = block;
    parts.push([isLast ? 1 : 0, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255], block);
  }
  return join([...parts, number(adler32(bytes))]);
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function adler32(bytes: Uint8Array): number {
  let [sum, sumOfSums] = [1, 0];
  for (const byte of bytes) {
    sum = (sum + byte) % 65_521;
    sumOfSums = (sumOfSums + sum) % 65_521;
  }
  return ((sumOfSums << 16) | sum) >>> 0;
}

const number = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

function join(parts: readonly ArrayLike<number>[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
