import { effect } from '@preact/signals-core';
import { render } from 'preact';
import { type Ui, UiContext } from '../ui-context';
import { callFor } from './call';
import { createChime } from './chime';
import { fetchOptions } from './fetch-options';
import { Notices } from './Notices';
import { createPeek } from './peek';
import { createPreview } from './preview';

/**
 * What calls a visitor who does not look: what is shown in the place of the closed window, a sound, the title of the page.
 */
export function beginNotices(ui: Ui): () => void {
  const window = ui.regions.polite.current?.closest<HTMLElement>('.natter');
  if (!window) return () => {};
  const layer = document.createElement('div');
  window.after(layer);
  const peek = createPeek(ui.host, window);
  const preview = createPreview(ui);
  const { rest } = ui.session;
  const chime = createChime(
    () => rest.peek()?.isMuted.peek() ?? false,
    () => rest.peek()?.memory,
  );
  const stopCalling = callFor(ui, chime.ring);
  const stopOptions = fetchOptions(ui);
  // Opened or not, it is drawn anew: a layer under an open window is nothing but a second copy.
  const stopDrawing = effect(() => {
    const isOpen = ui.host.isOpen.value;
    if (isOpen && window.dataset['peek'] !== undefined) {
      peek(0);
      // What the window focused as it opened could not take it: it was behind this.
      if (ui.host.openedBy.peek() !== 'none') ui.focus.toStart();
    }
    render(
      isOpen ? null : (
        <UiContext.Provider value={ui}>
          <Notices preview={preview} peek={peek} />
        </UiContext.Provider>
      ),
      layer,
    );
  });

  return () => {
    stopDrawing();
    stopCalling();
    stopOptions();
    preview.stop();
    chime.stop();
    peek(0);
    render(null, layer);
    layer.remove();
  };
}
