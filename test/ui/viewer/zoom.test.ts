import { describe, expect, it } from 'vitest';
import { fitting, held, MOST_ZOOM, moved, zoomed } from '../../../src/ui/viewer/zoom';

const stage = { width: 400, height: 300 };
const picture = { width: 400, height: 200 };

describe('a picture that is looked at closely', () => {
  it('keeps what is under the pointer where it is', () => {
    const point = { x: 100, y: -50 };
    const near = zoomed(fitting, 2, point);
    // What was at the point is at: middle + (point / scale) * scale.
    expect([near.x + point.x * near.scale, near.y + point.y * near.scale]).toEqual([point.x, point.y]);
    expect(zoomed(near, 0.5, point)).toEqual(fitting);
  });

  it('is never smaller than its stage, and never larger than can be', () => {
    expect(zoomed(fitting, 0.1).scale).toBe(1);
    expect(zoomed(fitting, 1_000).scale).toBe(MOST_ZOOM);
  });

  it('does not leave its stage', () => {
    const near = zoomed(fitting, 2);
    expect(held(moved(near, 1_000, -1_000), picture, stage)).toEqual({ scale: 2, x: 200, y: -50 });
    expect(held(moved(fitting, 30, 30), picture, stage)).toEqual(fitting);
  });
});
