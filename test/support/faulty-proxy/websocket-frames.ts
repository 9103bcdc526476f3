/** Frames of RFC 6455 in a stream of bytes. Only texts are looked into; all else is passed on as it is. */

export interface WireFrame {
  /** As it was on the wire. */
  readonly bytes: Buffer;
  /** Of a whole text, otherwise undefined. */
  readonly text: string | undefined;
}

const TEXT = 1;
export const CLOSE = 8;
const LAST = 0x80;
const MASKED = 0x80;

/** Gives the frames that each chunk completes. */
export function createFrameReader(): (chunk: Buffer) => WireFrame[] {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const frames: WireFrame[] = [];
    for (let frame = readFrame(rest); frame; frame = readFrame(rest)) {
      frames.push(frame);
      rest = rest.subarray(frame.bytes.length);
    }
    return frames;
  };
}

function readFrame(bytes: Buffer): WireFrame | undefined {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return undefined;
  const short = second & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const maskAt = 2 + lengthBytes;
  const dataAt = maskAt + (second & MASKED ? 4 : 0);
  if (bytes.length < dataAt) return undefined;
  const length = lengthBytes === 2 ? bytes.readUInt16BE(2) : lengthBytes ? Number(bytes.readBigUInt64BE(2)) : short;
  if (bytes.length < dataAt + length) return undefined;
  const mask = second & MASKED ? bytes.subarray(maskAt, dataAt) : undefined;
  const masked = bytes.subarray(dataAt, dataAt + length);
  const data = mask ? Buffer.from(masked.map((byte, at) => byte ^ (mask[at % 4] ?? 0))) : masked;
  return {
    bytes: bytes.subarray(0, dataAt + length),
    text: first === (LAST | TEXT) ? data.toString('utf8') : undefined,
  };
}

/** As a server writes them: without a mask. */
export function writeFrame(data: string | Buffer, opcode = typeof data === 'string' ? TEXT : 2): Buffer {
  const body = Buffer.from(data);
  const head = Buffer.alloc(body.length < 126 ? 2 : body.length < 65_536 ? 4 : 10);
  head.writeUInt8(LAST | opcode, 0);
  if (head.length === 2) head.writeUInt8(body.length, 1);
  else if (head.length === 4) {
    head.writeUInt8(126, 1);
    head.writeUInt16BE(body.length, 2);
  } else {
    head.writeUInt8(127, 1);
    head.writeBigUInt64BE(BigInt(body.length), 2);
  }
  return Buffer.concat([head, body]);
}

/** What says why it is over. */
export function writeClose(code: number): Buffer {
  const body = Buffer.alloc(2);
  body.writeUInt16BE(code);
  return writeFrame(body, CLOSE);
}
