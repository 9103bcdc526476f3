import type { PlainKey } from '../i18n/catalogue';
import type { Rest } from '../rest-contract';
import type { Ui } from '../ui-context';
import { createLayer } from './layer';

/** Says in a layer above the window why what was chosen in the menu did not happen. */
export type Tell = (title: PlainKey, text: PlainKey) => void;

export function createTelling(ui: Ui, DialogFrame: Rest['DialogFrame']) {
  const { words } = ui;
  const layer = createLayer(ui);
  const tell: Tell = (title, text) =>
    layer.show(
      <DialogFrame isAlert title={words.t(title)} text={words.t(text)} onClose={layer.close}>
        <div class="buttons">
          <button type="button" class="button is-main" onClick={layer.close}>
            {words.t('common.close')}
          </button>
        </div>
      </DialogFrame>,
    );
  return { tell, stop: layer.clear };
}
