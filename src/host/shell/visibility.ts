import type { Gesture, Visibility } from './contract';

/** The owner of what is shown. */
export interface VisibilityModel {
  readonly current: Visibility;
  set(next: Visibility, gesture?: Gesture): void;
}

/**
 * `onChange` is called at once, for each change; `onSettled` in a microtask, once for what came of all the changes of a
 * tick. That there is no minimized state, or nothing to be seen at first, is said by a look: see `look/first-sight.ts`.
 */
export function createVisibility(
  signal: AbortSignal,
  initial: Visibility,
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
  /** `init_maximized`, as the page says it. */
  isMaximized: unknown,
  isSmall: boolean,
  stored: unknown,
): Visibility {
  if (isMaximized === true) return 'maximized';
  // A window that fills the screen of a phone again on each page hides the page that was asked for.
  return !isSmall && /^(maximized|hidden)$/.test(stored as string) ? (stored as Visibility) : 'minimized';
}
