import { recall } from '../storage';
import type { LineHost } from '../window/host';
import type { Wishes } from './read';

const CLOSE: ReadonlyMap<string, string> = new Map([
  ['ar', 'إغلاق الصورة'],
  ['de', 'Bild schließen'],
  ['pl', 'Zamknij obraz'],
]);

const css = `
.picture{all:initial;position:absolute;bottom:calc(76px + var(--y));display:none;visibility:inherit}
:host([data-state=minimized]:not([data-peek],[data-small])) .picture[data-shown]{display:block}
.picture-open,.picture-close{all:initial;display:block;cursor:pointer;border-radius:12px}
.picture img{display:block;max-width:min(280px,100vw - 48px);max-height:min(320px,100vh - 180px)}
.picture-close{position:absolute;top:-16px;inset-inline-end:-12px;box-sizing:border-box;width:44px;height:44px;padding:10px;color:#fff}
.picture-close svg{box-sizing:border-box;width:24px;height:24px;padding:4px;border-radius:12px;background:#0f1c20;pointer-events:none}`;

/**
 * A picture over the launcher that asks in: while the window is closed and somebody is there, and not on a phone, where it
 * would cover the page. Who puts it away has put it away for this tab. What it returns draws it anew.
 */
export function hangPicture(host: LineHost): (wishes: Wishes) => void {
  const { tools, box, mirror, settings, script, visibility, signal } = host;
  const { make, listen } = tools;
  const root = box.shadowRoot!;
  const kept = `${settings.account[1]}:picture`;
  let isDismissed = recall('sessionStorage', kept)['dismissed'] === true;
  let isLoaded = false;

  const image = make('img', { decoding: 'async', referrerpolicy: 'no-referrer' });
  const open = make('button', { class: 'picture-open', type: 'button' }, image);
  const [language = ''] = host.configuration?.language.split('-') ?? [];
  const close = make(
    'button',
    { class: 'picture-close', type: 'button', 'aria-label': CLOSE.get(language) ?? 'Close the picture' },
    make('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, make('path', { d: 'M6 6l12 12M18 6L6 18' })),
  );
  const place = make('div', { class: 'picture' }, open, close);
  tools.addStyles(root, css, script.nonce);
  // Before the launcher, as it is seen, and as the Tab key goes.
  root.querySelector('.launcher')!.before(place);

  function draw(isWanted = place.dataset['wanted'] === '1') {
    place.dataset['wanted'] = isWanted ? '1' : '';
    place.toggleAttribute(
      'data-shown',
      isWanted && isLoaded && !isDismissed && mirror.current.availability === 'online',
    );
  }

  listen(signal, image, 'load', () => {
    isLoaded = true;
    draw();
  });
  listen<MouseEvent>(signal, open, 'click', ({ detail }) =>
    visibility.set('maximized', detail ? 'pointer' : 'keyboard'),
  );
  listen(signal, close, 'click', () => {
    isDismissed = true;
    tools.remember('sessionStorage', kept, { dismissed: true });
    const hadFocus = root.activeElement === close;
    draw();
    if (hadFocus) root.querySelector<HTMLElement>('.launcher')?.focus();
  });

  return ({ picture, large, barOnline }) => {
    if (picture) {
      image.alt = barOnline;
      const [side, other] = large.side === 'left' ? ['left', 'right'] : ['right', 'left'];
      place.style.setProperty(side as string, `${picture.x}px`);
      place.style.removeProperty(other as string);
      place.style.setProperty('--y', `${picture.y}px`);
      if (image.src !== picture.url) {
        isLoaded = false;
        image.src = picture.url;
      }
    }
    draw(picture !== undefined);
  };
}
