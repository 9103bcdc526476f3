import type { Gesture, Visibility } from './contract';
import type { Settings } from './settings';

/** The owner of what is shown. */
export interface VisibilityModel {
  readonly current: Visibility;
  set(next: Visibility, gesture?: Gesture): void;
}

/**
 * `onChange` is called at once, for each change; `onSettled` in a microtask, once for what came of all the changes of a
 * tick. Where there is no minimized state, to minimize is to hide.
 */
export function createVisibility(
  signal: AbortSignal,
  initial: Visibility,
  hasMinimized: boolean,
  onChange: (gesture: Gesture, previous: Visibility) => void,
  onSettled: () => void,
): VisibilityModel {
  let current = initial;
  let settled = initial;
  return {
    get current() {
      return signal.aborted ? 'hidden' : current;
    },
    set(next, gesture = 'none') {
      if (!hasMinimized && next === 'minimized') next = 'hidden';
      if (next === current || signal.aborted) return;
      const previous = current;
      current = next;
      onChange(gesture, previous);
      queueMicrotask(() => {
        if (current === settled || signal.aborted) return;
        settled = current;
        onSettled();
      });
    },
  };
}

/** What is shown first. The first rule that fits wins. `stored` is from the page before, in this tab. */
export function initialVisibility(
  { isMaximized, hasMinimized }: Pick<Settings, 'isMaximized' | 'hasMinimized'>,
  isSmall: boolean,
  stored: unknown,
): Visibility {
  const closed = hasMinimized ? 'minimized' : 'hidden';
  if (!hasMinimized && stored !== 'maximized') return closed;
  if (isMaximized) return 'maximized';
  // A window that fills the screen of a phone again on each page hides the page that was asked for.
  return !isSmall && /^(maximized|hidden)$/.test(stored as string) ? (stored as Visibility) : closed;
}
