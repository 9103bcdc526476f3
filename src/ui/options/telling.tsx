import { render } from 'preact';
import type { PlainKey } from '../i18n/catalogue';
import type { Rest } from '../rest-contract';
import { type Ui, UiContext } from '../ui-context';

/** Says in a layer above the window why what was chosen in the menu did not happen. */
export type Tell = (title: PlainKey, text: PlainKey) => void;

export function createTelling(ui: Ui, DialogFrame: Rest['DialogFrame']) {
  const { words } = ui;
  const window = ui.regions.polite.current?.closest('.natter')?.querySelector('.window');
  const layer = document.createElement('div');

  function close(): void {
    render(null, layer);
    layer.remove();
    const opener = window?.querySelector<HTMLElement>('.menu-place button');
    if (opener) opener.focus();
    else ui.focus.toStart();
  }

  const tell: Tell = (title, text) => {
    window?.append(layer);
    render(
      <UiContext.Provider value={ui}>
        <DialogFrame isAlert title={words.t(title)} text={words.t(text)} onClose={close}>
          <div class="buttons">
            <button type="button" class="button is-main" onClick={close}>
              {words.t('common.close')}
            </button>
          </div>
        </DialogFrame>
      </UiContext.Provider>,
      layer,
    );
  };
  return {
    tell,
    stop() {
      render(null, layer);
      layer.remove();
    },
  };
}
