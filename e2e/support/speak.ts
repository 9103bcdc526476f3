import type { Page } from '@playwright/test';
import { pageSays } from './page-says';

export type ApiVersion = '3.0' | '3.6';
export const apiVersions: readonly ApiVersion[] = ['3.0', '3.6'];

/** The page's own snippet says it, as if its author had added two lines: v3.0 knows accounts by their license. */
export async function speak(page: Page, version: ApiVersion): Promise<void> {
  await pageSays(page, { api_version: version, license: 100200300 });
}
