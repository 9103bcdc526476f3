import { createCurtain } from '../window/curtain';
import type { LineHost } from '../window/host';

/* Over all that the page has: what is shown is looked at, and nothing else. */
const css = `
:host([data-cover][data-state=maximized]){inset:0!important;width:auto!important;max-height:none!important;z-index:2147483647!important}
:host([data-cover][data-state=maximized]) .window{bottom:0;border-radius:0;outline:0;box-shadow:none}
:host([data-cover][data-state=maximized]) .launcher{visibility:hidden}`;

/** The window's own surface, as large as the page, as long as something in it wants to be looked at. */
export function createCover(host: LineHost): (isWanted: boolean) => void {
  const { tools, box, script, visibility } = host;
  const draw = createCurtain(host, false);
  tools.addStyles(box.shadowRoot!, css, script.nonce);
  return (isWanted) => {
    const isOn = isWanted && visibility.current === 'maximized';
    box.toggleAttribute('data-cover', isOn);
    draw(isOn);
  };
}
