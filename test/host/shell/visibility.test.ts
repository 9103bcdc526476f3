import { describe, expect, it, vi } from 'vitest';
import type { Visibility } from '../../../src/host/shell';
import { createVisibility, initialVisibility } from '../../../src/host/shell/visibility';

function create(initial: Visibility, hasMinimized = true) {
  const life = new AbortController();
  const onChange = vi.fn();
  const onSettled = vi.fn();
  const visibility = createVisibility(life.signal, initial, hasMinimized, onChange, onSettled);
  return { life, onChange, onSettled, visibility };
}

describe('from one state to another', () => {
  it.each<[Visibility, Visibility, boolean, Visibility]>([
    ['hidden', 'maximized', true, 'maximized'],
    ['hidden', 'minimized', true, 'minimized'],
    ['hidden', 'minimized', false, 'hidden'],
    ['hidden', 'hidden', true, 'hidden'],
    ['minimized', 'maximized', true, 'maximized'],
    ['minimized', 'hidden', true, 'hidden'],
    ['maximized', 'minimized', true, 'minimized'],
    ['maximized', 'minimized', false, 'hidden'],
    ['maximized', 'hidden', true, 'hidden'],
  ])('%s → %s (has a minimized state: %s) is %s', async (from, to, hasMinimized, end) => {
    const { visibility, onChange, onSettled } = create(from, hasMinimized);
    visibility.set(to, 'pointer');
    expect(visibility.current).toBe(end);
    await Promise.resolve();
    expect(onChange).toHaveBeenCalledTimes(from === end ? 0 : 1);
    expect(onSettled).toHaveBeenCalledTimes(from === end ? 0 : 1);
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

it.each<[string, boolean, boolean, boolean, unknown, Visibility]>([
  ['first visit', false, true, false, undefined, 'minimized'],
  ['as on the page before', false, true, false, 'maximized', 'maximized'],
  ['hidden on the page before', false, true, false, 'hidden', 'hidden'],
  ['something else was stored', false, true, false, { a: 1 }, 'minimized'],
  ['the page wants it open', true, true, false, 'hidden', 'maximized'],
  ['no minimized state', false, false, false, undefined, 'hidden'],
  ['no minimized state, was open', false, false, false, 'maximized', 'maximized'],
  ['no minimized state comes before init_maximized', true, false, false, undefined, 'hidden'],
  ['on a phone a page is not covered again', false, true, true, 'maximized', 'minimized'],
  ['on a phone without a minimized state', false, false, true, 'maximized', 'hidden'],
])('starts: %s', (_, isMaximized, hasMinimized, isSmall, stored, visibility) => {
  expect(initialVisibility({ isMaximized, hasMinimized }, isSmall, stored)).toBe(visibility);
});
