import { afterEach, expect, it, vi } from 'vitest';
import { leadTo } from '../../../../src/host/shell/notices/navigate';

afterEach(() => vi.unstubAllGlobals());

function ledTo(address: string): readonly unknown[] {
  const assign = vi.fn();
  vi.stubGlobal('location', { assign, origin: 'https://shop.test' });
  leadTo(address, undefined);
  return assign.mock.calls.flat();
}

it.each(['https://shop.test/sale?x=1', 'http://localhost:8080/'])('leads to a page: %s', (address) => {
  expect(ledTo(address)).toEqual([address]);
});

it.each([
  'vbscript:alert(1)',
  'data:text/html,<b>',
  'blob:https://shop.test/1',
  'https://shop.test@evil.test/',
  'mailto:ana@shop.test',
  '/sale',
  '',
])('leads nowhere else: %s', (address) => {
  expect(ledTo(address)).toEqual([]);
});

it('row 245: lets the page go there by itself within its own origin, and nowhere else', async () => {
  const went = vi.fn();
  const assign = vi.fn();
  vi.stubGlobal('location', { assign, origin: 'https://shop.test' });
  leadTo('https://shop.test/sale?x=1#top', went);
  leadTo('https://other.test/sale', went);
  leadTo('vbscript:alert(1)', went);
  await Promise.resolve();
  expect(went.mock.calls).toEqual([['/sale?x=1#top', 'https://shop.test/sale?x=1#top']]);
  expect(assign.mock.calls).toEqual([['https://other.test/sale']]);
});
