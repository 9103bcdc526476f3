import { describe, expect, it, vi } from 'vitest';
import type { Visibility } from '../../../src/host/shell';
import { createVisibility, initialVisibility } from '../../../src/host/shell/visibility';

function create(initial: Visibility) {
  const life = new AbortController();
  const onChange = vi.fn();
  const onSettled = vi.fn();
  const visibility = createVisibility(life.signal, initial, onChange, onSettled);
  return { life, onChange, onSettled, visibility };
}

describe('from one state to another', () => {
  it.each<[Visibility, Visibility]>([
    ['hidden', 'maximized'],
    ['hidden', 'minimized'],
    ['hidden', 'hidden'],
    ['minimized', 'maximized'],
    ['minimized', 'hidden'],
    ['maximized', 'minimized'],
    ['maximized', 'hidden'],
  ])('%s → %s', async (from, to) => {
    const { visibility, onChange, onSettled } = create(from);
    visibility.set(to, 'pointer');
    expect(visibility.current).toBe(to);
    await Promise.resolve();
    expect(onChange).toHaveBeenCalledTimes(from === to ? 0 : 1);
    expect(onSettled).toHaveBeenCalledTimes(from === to ? 0 : 1);
  });
});

it('tells once what came of all the changes of a tick', async () => {
  const { visibility, onChange, onSettled } = create('minimized');
  visibility.set('maximized');
  visibility.set('hidden');
  expect(onChange).toHaveBeenCalledTimes(2);
  await Promise.resolve();
  expect(onSettled).toHaveBeenCalledOnce();

  visibility.set('maximized');
  visibility.set('hidden');
  await Promise.resolve();
  expect(onSettled).toHaveBeenCalledOnce();
});

it('is hidden for ever when all is over', () => {
  const { visibility, life, onChange } = create('maximized');
  life.abort();
  expect(visibility.current).toBe('hidden');
  visibility.set('minimized');
  expect(onChange).not.toHaveBeenCalled();
});

it.each<[string, unknown, boolean, unknown, Visibility]>([
  ['first visit', false, false, undefined, 'minimized'],
  ['only the exact value counts', 1, false, undefined, 'minimized'],
  ['as on the page before', false, false, 'maximized', 'maximized'],
  ['hidden on the page before', false, false, 'hidden', 'hidden'],
  ['something else was stored', false, false, { a: 1 }, 'minimized'],
  ['the page wants it open', true, false, 'hidden', 'maximized'],
  ['on a phone a page is not covered again', false, true, 'maximized', 'minimized'],
])('starts: %s', (_, isMaximized, isSmall, stored, visibility) => {
  expect(initialVisibility(isMaximized, isSmall, stored)).toBe(visibility);
});
