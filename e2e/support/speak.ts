import type { Page } from '@playwright/test';

export type ApiVersion = '3.0' | '3.6';
export const apiVersions: readonly ApiVersion[] = ['3.0', '3.6'];

/** The page's own snippet says it, as if its author had added two lines: v3.0 knows accounts by their license. */
export async function speak(page: Page, version: ApiVersion): Promise<void> {
  await page.addInitScript((api_version) => {
    if (window !== window.top) return;
    let settings: object | undefined;
    Object.defineProperty(window, '__lc', {
      configurable: true,
      get: () => settings,
      set(given: object) {
        settings = Object.assign(given, { api_version, license: 100200300 });
      },
    });
  }, version);
}
