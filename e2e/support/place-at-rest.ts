import { expect, type Locator } from '@playwright/test';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** In its own document, once three pictures in a row show it there: nothing glides, and nothing is laid out anew. */
export async function placeAtRest(one: Locator): Promise<Place> {
  let place: Place | undefined;
  await expect(async () => {
    const { moved, ...found } = await one.evaluate(async (element) => {
      const from = element.getBoundingClientRect();
      for (let picture = 0; picture < 3; picture += 1) await new Promise(requestAnimationFrame);
      const { x, y, width } = element.getBoundingClientRect();
      return { x, y, width, moved: Math.hypot(x - from.x, y - from.y) };
    });
    expect(moved).toBe(0);
    place = found;
  }).toPass();
  return place as Place;
}
