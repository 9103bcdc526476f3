import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { comesToRest } from './at-rest';

/** Every rule of WCAG 2.2 A and AA and of good practice, over the page and its frames. */
export async function expectNoViolations(page: Page, what: string): Promise<void> {
  // What is half faded in has no contrast yet.
  await comesToRest(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(told, what).toEqual([]);
}
