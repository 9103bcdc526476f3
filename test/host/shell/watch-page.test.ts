// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tools } from '../../../src/host/shell/tools';
import type { LineHost } from '../../../src/host/shell/window/host';
import { readPageInfo } from '../../../src/host/shell/window/page-info';
import { watchPage } from '../../../src/host/shell/window/watch-page';

const over = new AbortController();
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  over.abort();
  vi.useRealTimers();
  history.replaceState(null, '', '/');
});

it('an address that never comes to rest is told once in a while, and one that does once', () => {
  const told: string[] = [];
  const box = document.createElement('div');
  document.body.append(box);
  const host = { tools, box, signal: over.signal } as unknown as LineHost;
  watchPage(host, (message) => message.type === 'page' && told.push(new URL(message.page.url).search), readPageInfo);
  vi.advanceTimersByTime(1_000);
  told.length = 0;
  for (let i = 1; i <= 100; i += 1) {
    history.replaceState(null, '', `/?at=${i}`);
    window.dispatchEvent(new PopStateEvent('popstate'));
    vi.advanceTimersByTime(50);
  }
  // Five seconds of it.
  expect(told.length).toBeGreaterThanOrEqual(3);
  expect(told.length).toBeLessThanOrEqual(6);
  vi.advanceTimersByTime(5_000);
  expect(told.at(-1)).toBe('?at=100');
  const before = told.length;
  vi.advanceTimersByTime(60_000);
  expect(told).toHaveLength(before);
});
