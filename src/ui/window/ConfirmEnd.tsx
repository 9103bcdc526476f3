import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import { focusedIn } from './focus';

type Progress = 'asking' | 'ending' | 'failed';

/** Asks once before a chat is ended. Covers the window, not the page. */
export function ConfirmEnd({ onClose }: { readonly onClose: () => void }) {
  const { session, words } = useUi();
  const { announcer } = useOwnRest();
  const [progress, setProgress] = useState<Progress>('asking');
  const dialog = useRef<HTMLDivElement>(null);
  const id = `natter-end-${useId()}`;

  useLayoutEffect(() => dialog.current?.querySelector<HTMLElement>('.button.is-quiet')?.focus(), []);

  async function end(): Promise<void> {
    if (progress === 'ending') return;
    setProgress('ending');
    if ((await session.endChat()) === 'done') return onClose();
    setProgress('failed');
    announcer.alert(words.t('chat.end_failed'));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    } else if (event.key === 'Tab') {
      const buttons = Array.from(dialog.current?.querySelectorAll('button') ?? []);
      const next = buttons.indexOf(focusedIn(dialog.current) as HTMLButtonElement) + (event.shiftKey ? -1 : 1);
      event.preventDefault();
      buttons.at(next % buttons.length)?.focus();
    }
  }

  return (
    <div class="veil">
      <div
        class="dialog"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        tabIndex={-1}
        ref={dialog}
        onKeyDown={onKeyDown}
      >
        <h3 id={`${id}-title`}>{words.t('chat.end_confirm_title')}</h3>
        <p id={`${id}-text`} class={progress === 'failed' ? 'is-problem' : undefined}>
          {words.t(progress === 'failed' ? 'chat.end_failed' : 'chat.end_confirm_text')}
        </p>
        <div class="buttons">
          <button type="button" class="button is-quiet" onClick={onClose}>
            {words.t('chat.end_confirm_no')}
          </button>
          <button type="button" class="button is-main" aria-disabled={progress === 'ending'} onClick={() => void end()}>
            {progress === 'ending' && <span class="spinner" aria-hidden="true" />}
            {words.t(progress === 'failed' ? 'common.retry' : 'chat.end_confirm_yes')}
          </button>
        </div>
      </div>
    </div>
  );
}
