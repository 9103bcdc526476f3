import { computed } from '@preact/signals-core';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import type { SessionRest } from '../../domain';
import type { Choice } from '../header/choice';
import type { Rest } from '../rest-contract';
import { type Ui, UiContext, useOwnRest, useUi } from '../ui-context';

type Erase = NonNullable<SessionRest['eraseCustomer']>;

/** “Delete my data”: says what it erases and what it cannot, and asks once. Afterwards there is a new document. */
export function createErasure(ui: Ui, { rules, eraseCustomer }: SessionRest) {
  const { words } = ui;
  const window = ui.regions.polite.current?.closest('.natter')?.querySelector('.window');
  const layer = document.createElement('div');

  function stop(): void {
    render(null, layer);
    layer.remove();
  }

  function close(): void {
    stop();
    const opener = window?.querySelector<HTMLElement>('.menu-place button');
    if (opener) opener.focus();
    else ui.focus.toStart();
  }

  function ask(erase: Erase): void {
    window?.append(layer);
    render(
      <UiContext.Provider value={ui}>
        <ConfirmErasure erase={erase} onClose={close} />
      </UiContext.Provider>,
      layer,
    );
  }

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
    stop,
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
