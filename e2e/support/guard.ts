import type { Page } from '@playwright/test';

export interface Guard {
  /** What nobody may ever see: errors of pages, and requests to anybody else. */
  readonly complaints: string[];
  watch(page: Page): void;
  /** From here on, a server that is away is part of the story. */
  allowLostServer(): void;
}

/** Watches pages for console errors, uncaught errors and requests that leave our origin. */
export function createGuard(origin: string): Guard {
  const complaints: string[] = [];
  const { host } = new URL(origin);
  let mayBeLost = false;
  const isLostServer = (text: string) => mayBeLost && /ERR_|WebSocket connection|Failed to (?:load|fetch)/.test(text);

  return {
    complaints,
    watch(page) {
      page.on('console', (message) => {
        if (message.type() === 'error' && !isLostServer(message.text())) complaints.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (/^(?:http|ws)/.test(url.protocol) && url.host !== host) complaints.push(`request: ${request.url()}`);
      });
    },
    allowLostServer() {
      mayBeLost = true;
    },
  };
}
