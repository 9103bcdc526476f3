import { expect, type Page } from '@playwright/test';

/** Nothing in the page and its frames moves any more, besides what moves for ever. What moves has no place to measure. */
export async function comesToRest(page: Page): Promise<void> {
  await expect(async () => {
    const moving = await Promise.all(page.frames().map((frame) => frame.evaluate(namesOfMoving)));
    expect(moving.flat()).toEqual([]);
  }).toPass({ intervals: [50, 100, 250], timeout: 10_000 });
}

function namesOfMoving(): readonly string[] {
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  return roots
    .flatMap((root) => root.getAnimations())
    .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
    .map((one) => ('animationName' in one ? String(one.animationName) : `transition ${one.id}`));
}
