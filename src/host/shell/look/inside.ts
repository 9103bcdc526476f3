import { complain } from '../report';
import type { LineHost } from '../window/host';

/**
 * `custom_container`: the window fills that element of the page, open for good. There is no launcher, nothing can be hidden
 * or minimized, and the page behind is never locked, since our box is not on its screen but in its flow.
 */
export function goInside({ box, visibility }: LineHost, place: unknown): boolean {
  if (!place) return false;
  if (!(place instanceof HTMLElement)) {
    complain('custom_container is not an element');
    return false;
  }
  box.setAttribute('data-inside', '');
  const toggle = box.toggleAttribute.bind(box);
  // However small the screen is: what fills it is for the page to say.
  box.toggleAttribute = (name, force) => toggle(name, name === 'data-small' ? false : force);
  place.append(box);
  visibility.set('maximized');
  visibility.set = () => {};
  return true;
}
