import { writePng } from './png';

const [WIDTH, HEIGHT] = [320, 200];
const [SKY, SUN, HILL, SEA, GLITTER, BOAT] = [0, 1, 2, 3, 4, 5];
const COLOURS = [0xf6c89f, 0xfff3d6, 0x6d5a72, 0x1f6f8b, 0xf2b880, 0x14252b];

/** The harbour in the evening, drawn here: nobody else is asked for a picture. */
export function drawHarbour(): Uint8Array {
  return writePng(WIDTH, HEIGHT, COLOURS, (x, y) => {
    const horizon = 120;
    const hills = horizon - 18 - 14 * Math.sin(x / 41) - 8 * Math.sin(x / 17);
    const isHull = y > 132 && y < 142 && Math.abs(x - 96) < 34 - (y - 132) * 1.4;
    const isSail = y > 82 && y < 130 && x > 98 && x - 98 < (y - 82) * 0.6;
    if (isHull || isSail) return BOAT;
    if (y >= horizon) return Math.abs(x - 230) < 10 + (y - horizon) / 3 && y % 7 < 2 ? GLITTER : SEA;
    if (Math.hypot(x - 230, y - 84) < 26 && y < hills) return SUN;
    return y > hills ? HILL : SKY;
  });
}
