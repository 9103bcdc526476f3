import { render } from 'preact';
import { type Ui, UiContext } from '../ui-context';
import { focusedIn } from '../window/focus';
import { MomentPanel } from './MomentPanel';
import type { OpenMoment } from './open-moment';

/** Opens it above the window, which waits behind. The answer closes it without asking. */
export function openMoment(ui: Ui, moment: OpenMoment): () => void {
  const natter = ui.regions.polite.current?.closest<HTMLElement>('.natter');
  const window = natter?.querySelector<HTMLElement>('.window');
  if (!natter || !window) return () => {};
  const opener = focusedIn(natter);
  const layer = document.createElement('div');
  let isOpen = true;

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    render(null, layer);
    layer.remove();
    (window as HTMLElement).inert = false;
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    else ui.focus.toStart();
  }

  window.inert = true;
  natter.append(layer);
  render(
    <UiContext.Provider value={ui}>
      <MomentPanel moment={moment} onClose={close} />
    </UiContext.Provider>,
    layer,
  );
  return close;
}
