// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Visibility } from '../../../src/host/shell/contract';
import { beginAnew, logOut } from '../../../src/host/shell/more/log-out';
import type { LineHost } from '../../../src/host/shell/window/host';

let current: Visibility;
let host: LineHost;

beforeEach(() => {
  const box = document.createElement('div');
  box.dataset['app'] = 'mounted';
  current = 'maximized';
  host = {
    box,
    calls: [],
    globals: {},
    isAppWanted: true,
    settings: { account: ['license_id', '7'] },
    mirror: { set: vi.fn() },
    visibility: {
      get current() {
        return current;
      },
      set: (next: Visibility) => (current = next),
    },
    draw: vi.fn(),
    show: vi.fn(),
  } as unknown as LineHost;
});
afterEach(() => localStorage.clear());

it('closes the window at once, and who opens it before the app has forgotten all finds it open', () => {
  localStorage.setItem('natter:1:7', '{}');
  localStorage.setItem('basket', '3');
  logOut(host);
  expect([current, host.calls]).toEqual(['minimized', [['logout', null]]]);
  expect(Object.keys(localStorage)).toEqual(['basket']);
  current = 'maximized';
  host.globals.LC_API = {};
  beginAnew(host);
  expect([current, host.isAppWanted]).toEqual(['maximized', true]);
  // The new document tells LC_API what the one before did.
  expect(host.calls).toEqual([
    ['logout', null],
    ['tell_old_api', null],
  ]);
  expect(host.show).toHaveBeenCalledExactlyOnceWith('loading');
});

it('of another tab, or of the visitor in the window, closes it, and nobody waits for a new one', () => {
  logOut(host);
  beginAnew(host);
  current = 'maximized';
  beginAnew(host);
  expect([current, host.isAppWanted, host.box.dataset['app']]).toEqual(['minimized', false, undefined]);
});
