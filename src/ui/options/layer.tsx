import { type ComponentChild, render } from 'preact';
import { type Ui, UiContext } from '../ui-context';

/** A layer above the window for what the menu asks or says; closed, the focus is back where the menu is opened. */
export function createLayer(ui: Ui) {
  const window = ui.regions.polite.current?.closest('.natter')?.querySelector('.window');
  const layer = document.createElement('div');

  function clear(): void {
    render(null, layer);
    layer.remove();
  }

  function show(content: ComponentChild): void {
    window?.append(layer);
    render(<UiContext.Provider value={ui}>{content}</UiContext.Provider>, layer);
  }

  function close(): void {
    clear();
    const opener = window?.querySelector<HTMLElement>('.menu-place button');
    if (opener) opener.focus();
    else ui.focus.toStart();
  }

  return { show, close, clear };
}
