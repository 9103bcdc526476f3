import type { Gesture } from './contract';
import { make } from './dom';
import { listen } from './life';
import { words } from './words';

// On a grid of 24 px.
const CHAT = 'M4 5h16v11H9l-5 4z';
const DOWN = 'M5 9l7 7 7-7';

/**
 * What it returns shows how things are. `onNear`: a pointer (a finger, too) or the focus has come, so a press may follow.
 */
export function createLauncher(
  signal: AbortSignal,
  root: ShadowRoot,
  onPress: (gesture: Gesture) => void,
  onNear: () => void,
): (isOpen: boolean, unread: number) => void {
  const path = make('path', {});
  const badge = make('span', { class: 'badge' });
  const button = make(
    'button',
    { class: 'launcher', 'aria-haspopup': 'dialog' },
    make('svg', { viewBox: '0 0 24 24' }, path),
    badge,
    make('slot', { name: 'launcher' }),
  );
  root.append(button);

  // A click that no pointer made was made by Enter or Space.
  listen<MouseEvent>(signal, button, 'click', ({ detail }) => onPress(detail ? 'pointer' : 'keyboard'));
  listen(signal, button, 'pointerenter focus', onNear);

  return (isOpen, unread) => {
    button.setAttribute('aria-expanded', `${isOpen}`);
    button.setAttribute('aria-label', isOpen ? words.minimize : words.open(unread));
    path.setAttribute('d', isOpen ? DOWN : CHAT);
    badge.textContent = isOpen || !unread ? '' : unread > 9 ? '9+' : (unread as never);
  };
}
