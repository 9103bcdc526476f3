// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { leadTo } from '../../../src/host/shell/notices/navigate';

it('lets a page go elsewhere by itself, but only within its own origin, and only to pages', async () => {
  const handler = vi.fn();
  leadTo(`${location.origin}/prices?a=1#b`, handler);
  expect(handler).not.toHaveBeenCalled();
  await Promise.resolve();
  expect(handler).toHaveBeenCalledExactlyOnceWith('/prices?a=1#b', `${location.origin}/prices?a=1#b`);
  const script = 'javascript';
  for (const bad of [`${script}:alert(1)`, 'data:text/html,x', '/prices', 'nonsense', 'blob:http://localhost/1']) {
    leadTo(bad, handler);
  }
  await Promise.resolve();
  expect(handler).toHaveBeenCalledOnce();
});
