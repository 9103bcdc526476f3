import type { LineHost } from '../window/host';
import type { Wishes } from './read';

/**
 * A bar says something beside the picture. Its name is all of it, however much can be seen, what a press does, and who is on
 * the photo if there is one.
 */
export function createBar({ tools, box, mirror, signal }: LineHost): (wishes: Wishes) => void {
  const button = box.shadowRoot!.querySelector('.launcher')!;
  const text = tools.make('span', { class: 'bar', id: 'bar' });
  button.id = 'launcher';
  button.querySelector('svg')?.after(text);
  let now: Wishes | undefined;

  function draw() {
    if (!now) return;
    const { isBar } = box.hasAttribute('data-small') ? now.small : now.large;
    const said = mirror.current.availability === 'online' ? now.barOnline : now.barOffline;
    // Nothing else would tell that it has not changed.
    if (text.textContent !== said) text.textContent = said;
    const names = [isBar && 'bar', 'launcher', button.querySelector('#agent') && 'agent'].filter(Boolean);
    if (names.length > 1 && box.dataset['state'] === 'minimized')
      button.setAttribute('aria-labelledby', names.join(' '));
    else button.removeAttribute('aria-labelledby');
  }

  const observer = new MutationObserver(draw);
  observer.observe(box, { attributeFilter: ['data-state', 'data-small'] });
  signal.addEventListener('abort', () => observer.disconnect());
  return (wishes) => {
    now = wishes;
    draw();
  };
}
