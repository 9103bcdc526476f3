import { render } from 'preact';
import { type Ui, UiContext } from '../ui-context';
import { focusedIn } from '../window/focus';
import { MomentPanel } from './MomentPanel';
import type { OpenMoment } from './open-moment';

/** Opens it above the window, which waits behind. The answer closes it without asking. */
export function openMoment(ui: Ui, moment: OpenMoment): () => void {
  const natter = ui.regions.polite.current?.closest<HTMLElement>('.natter');
  const behind = [...(natter?.querySelectorAll<HTMLElement>('.window, .home') ?? [])];
  if (!natter || behind.length === 0) return () => {};
  const opener = focusedIn(natter);
  const layer = document.createElement('div');
  let isOpen = true;

  function wait(isInert: boolean): void {
    for (const view of behind) view.inert = isInert;
  }

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    render(null, layer);
    layer.remove();
    wait(false);
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    else ui.focus.toStart();
  }

  wait(true);
  natter.append(layer);
  render(
    <UiContext.Provider value={ui}>
      <MomentPanel moment={moment} onClose={close} />
    </UiContext.Provider>,
    layer,
  );
  return close;
}
