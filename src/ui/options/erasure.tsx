import { computed } from '@preact/signals-core';
import { useState } from 'preact/hooks';
import type { SessionRest } from '../../domain';
import type { Choice } from '../header/choice';
import type { Rest } from '../rest-contract';
import { type Ui, useOwnRest, useUi } from '../ui-context';
import { createLayer } from './layer';

type Erase = NonNullable<SessionRest['eraseCustomer']>;

/** “Delete my data”: says what it erases and what it cannot, and asks once. Afterwards there is a new document. */
export function createErasure(ui: Ui, { rules, eraseCustomer }: SessionRest) {
  const { words } = ui;
  const layer = createLayer(ui);
  const ask = (erase: Erase) => layer.show(<ConfirmErasure erase={erase} onClose={layer.close} />);

  return {
    choices: computed<readonly Choice[]>(() =>
      eraseCustomer && rules.value.offersErasure
        ? [
            {
              icon: 'erase',
              text: words.t('window.menu_delete_data'),
              choose: () => ask(eraseCustomer),
              isDone: true,
            },
          ]
        : [],
    ),
    stop: layer.clear,
  };
}

function ConfirmErasure({ erase, onClose }: { readonly erase: Erase; readonly onClose: () => void }) {
  const { words } = useUi();
  const { announcer, DialogFrame }: Pick<Rest, 'announcer' | 'DialogFrame'> = useOwnRest();
  const [isErasing, setErasing] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  async function go(): Promise<void> {
    if (isErasing) return;
    setErasing(true);
    const outcome = await erase();
    if (outcome === 'done') return;
    setErasing(false);
    setFailed(true);
    announcer.alert(words.t('privacy.delete_failed'));
  }

  return (
    <DialogFrame
      isAlert
      title={words.t('privacy.delete_title')}
      text={words.t(hasFailed ? 'privacy.delete_failed' : 'privacy.delete_text')}
      isProblem={hasFailed}
      onClose={onClose}
    >
      <div class="buttons">
        <button type="button" class="button is-quiet" onClick={onClose}>
          {words.t('privacy.delete_no')}
        </button>
        <button type="button" class="button is-main" aria-disabled={isErasing} onClick={() => void go()}>
          {isErasing && <span class="spinner" aria-hidden="true" />}
          {words.t(hasFailed ? 'common.retry' : 'privacy.delete_yes')}
        </button>
      </div>
    </DialogFrame>
  );
}
