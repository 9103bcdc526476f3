import type { Page } from '@playwright/test';

/** In `window.__lc`: from the next load on, in place of what was said before. */
export async function pageSays(page: Page, said: object): Promise<void> {
  await page.addInitScript((more) => {
    if (window !== window.top) return;
    let settings: object | undefined;
    Object.defineProperty(window, '__lc', {
      configurable: true,
      get: () => settings,
      set: (given: object) => {
        settings = Object.assign(given, more);
      },
    });
  }, said);
}
