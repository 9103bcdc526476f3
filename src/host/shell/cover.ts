import { make } from './dom';
import { listen } from './life';
import { words } from './words';

export type AppState = 'loading' | 'failed' | 'mounted';

/** What lies over the window until the app has drawn it: its outline, or that it failed. */
export function createCover(
  signal: AbortSignal,
  box: HTMLElement,
  surface: HTMLElement,
  /** Where the page sends a visitor when the chat cannot start. */
  fallback: unknown,
  onRetry: () => void,
): (state: AppState) => void {
  const status = make('p', { role: 'status' });
  const retry = make('button', {}, words.retry);
  const cover = make('div', { class: 'cover', role: 'dialog', 'aria-label': words.chat }, status, retry);
  if (/^(https|mailto|tel):/.test(fallback as string))
    cover.append(make('a', { href: fallback as string }, words.fallback));
  surface.append(cover);
  listen(signal, retry, 'click', () => {
    // The button that has the focus goes out of sight: on to the next one, the launcher.
    (surface.nextElementSibling as HTMLElement).focus();
    onRetry();
  });

  return (state) => {
    box.dataset['app'] = state;
    cover.setAttribute('aria-busy', `${state === 'loading'}`);
    status.textContent = state === 'mounted' ? '' : words[state];
  };
}
