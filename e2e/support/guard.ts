import type { Page } from '@playwright/test';

export interface Guard {
  /** What nobody may ever see: errors of pages, and requests to anybody else. */
  readonly complaints: string[];
  /** From here on, a server that is away is part of the story. */
  allowLostServer(): void;
}

/** Watches a page for console errors, uncaught errors and requests that leave our origin. */
export function guardPage(page: Page, origin: string): Guard {
  const complaints: string[] = [];
  let serverMayBeLost = false;
  const isLostServer = (text: string) =>
    serverMayBeLost && /ERR_CONNECTION|WebSocket connection|Failed to (?:load|fetch)/.test(text);

  page.on('console', (message) => {
    if (message.type() === 'error' && !isLostServer(message.text())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(?:http|ws)/.test(url.protocol) && url.host !== new URL(origin).host)
      complaints.push(`request: ${request.url()}`);
  });
  return {
    complaints,
    allowLostServer() {
      serverMayBeLost = true;
    },
  };
}
