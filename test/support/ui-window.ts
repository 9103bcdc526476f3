import type { Signal } from '@preact/signals-core';
import { act } from '@testing-library/preact';
import { afterEach, vi } from 'vitest';
import { mountUi } from '../../src/ui';
import { wordsIn } from '../../src/ui/i18n/languages';
import { type FakeClock, fakeClock } from './fake-clock';
import { type FakeHost, type FakeSession, fakeHost, fakeSession } from './ui-session';

export interface OpenWindow {
  readonly root: HTMLElement;
  readonly session: FakeSession;
  readonly host: FakeHost;
  readonly clock: FakeClock;
  readonly errors: string[];
  readonly close: () => void;
}

type Prepare = (parts: Pick<OpenWindow, 'session' | 'host' | 'clock'>) => void;

const closers = new Set<() => void>();
afterEach(() => {
  for (const close of closers) close();
});

/** Then the second piece of the window is asked for, where the browser does not say when it is idle. */
const IDLE_AFTER_MS = 200;

/** A whole window over a fake session, both pieces of it there, at nine o'clock. */
export async function openWindow(prepare: Prepare = () => {}, language = 'en'): Promise<OpenWindow> {
  const clock = fakeClock(new Date(2026, 1, 11, 9).getTime() - IDLE_AFTER_MS);
  const session = fakeSession(clock);
  const host = fakeHost();
  const errors: string[] = [];
  prepare({ session, host, clock });
  const root = document.createElement('div');
  document.body.append(root);
  let unmount = () => {};
  const words = await wordsIn(language, root.ownerDocument);
  await act(async () => {
    unmount = mountUi(root, { session, host, clock, words, onError: (_, where) => errors.push(where) });
    clock.pass(IDLE_AFTER_MS);
    await vi.dynamicImportSettled();
  });
  const close = () => {
    closers.delete(close);
    unmount();
    root.remove();
  };
  closers.add(close);
  return { root, session, host, clock, errors, close };
}

/** Lets what was asked for come: pieces of the window that are fetched when something needs them. */
export async function settle({ clock }: Pick<OpenWindow, 'clock'>): Promise<void> {
  await act(async () => {
    clock.pass(IDLE_AFTER_MS);
    await vi.dynamicImportSettled();
  });
}

/** A window in which everything is there: also what a session knows besides text, and all pieces. */
export async function openWhole(prepare: Prepare = () => {}, language?: string): Promise<OpenWindow> {
  const window = await openWindow((parts) => {
    parts.session.rest.value = parts.session.fakeRest;
    prepare(parts);
  }, language);
  await settle(window);
  return window;
}

/** Sets a fact of the session, and lets the window be drawn. */
export function set<T>(fact: Signal<T>, value: T): Promise<void> {
  return act(() => {
    fact.value = value;
  });
}

/** Every text that was ever put into a live region, in order; `!` before those of the urgent one. */
export function hear(root: HTMLElement): string[] {
  const heard: string[] = [];
  for (const [role, mark] of [
    ['status', ''],
    ['alert', '!'],
  ] as const) {
    const region = root.querySelector(`[role=${role}]`) as HTMLElement;
    const observer = new MutationObserver((changes) => {
      for (const change of changes) for (const node of change.addedNodes) heard.push(mark + node.textContent);
    });
    observer.observe(region, { childList: true, characterData: true, subtree: true });
  }
  return heard;
}

/** Says to everybody who asks that fingers point here. */
export function pretendTouch(): void {
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query.includes('coarse') }));
}
