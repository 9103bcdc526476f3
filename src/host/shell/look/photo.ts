import type { LineHost } from '../window/host';
import { readImage, type Wishes } from './read';

const LONGEST_NAME = 100;

const css = `
.launcher #agent{all:initial;position:absolute;top:calc(50% - 23px);box-sizing:border-box;width:46px;height:46px;border-radius:50%;overflow:hidden;object-fit:cover;cursor:pointer}
:host(:not([data-state=minimized])) #agent{display:none}`;

/** Who answers in the active chat looks out of the launcher, and is part of its name. What it returns draws it anew. */
export function showPhoto(host: LineHost, nameLauncher: (wishes: Wishes) => void): (wishes: Wishes) => void {
  const { tools, box, mirror, script, signal } = host;
  const root = box.shadowRoot!;
  const launcher = root.querySelector('.launcher')!;
  const image = tools.make('img', { id: 'agent', decoding: 'async', referrerpolicy: 'no-referrer' });
  let latest: Wishes;
  tools.addStyles(root, css, script.nonce);

  // Shown when it has come: until then, and if it cannot be had, the launcher is as usual.
  function settle(isThere: boolean): void {
    if (isThere) launcher.append(image);
    else image.remove();
    nameLauncher(latest);
  }
  tools.listen(signal, image, 'load', () => settle(true));
  tools.listen(signal, image, 'error', () => settle(false));

  return (wishes) => {
    latest = wishes;
    // From another realm: it may be anything.
    const { name, photo } = Object(mirror.current.agent) as { readonly name?: unknown; readonly photo?: unknown };
    const url = wishes.hasLauncherPhoto && typeof photo === 'string' ? readPhoto(host, photo) : undefined;
    const { isBar } = box.hasAttribute('data-small') ? wishes.small : wishes.large;
    image.style.left = isBar ? '11px' : '5px';
    image.alt = typeof name === 'string' ? name.trim().slice(0, LONGEST_NAME) : '';
    if (url && image.src !== url) image.src = url;
    if (url) return;
    image.removeAttribute('src');
    if (image.parentNode) settle(false);
  };
}

/** Over plain http only from the service itself, as in the window. */
function readPhoto({ configuration }: LineHost, url: string): string | undefined {
  const isOwn = configuration && url.startsWith(`${configuration.apiUrl}/`);
  return isOwn ? url : readImage(url);
}
