import { useState } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import { DialogFrame } from './DialogFrame';

type Progress = 'asking' | 'ending' | 'failed';

/** Asks once before a chat is ended. */
export function ConfirmEnd({ onClose }: { readonly onClose: () => void }) {
  const { session, words } = useUi();
  const { announcer } = useOwnRest();
  const [progress, setProgress] = useState<Progress>('asking');
  const hasFailed = progress === 'failed';

  async function end(): Promise<void> {
    if (progress === 'ending') return;
    setProgress('ending');
    if ((await session.endChat()) === 'done') return onClose();
    setProgress('failed');
    announcer.alert(words.t('chat.end_failed'));
  }

  return (
    <DialogFrame
      isAlert
      title={words.t('chat.end_confirm_title')}
      text={words.t(hasFailed ? 'chat.end_failed' : 'chat.end_confirm_text')}
      isProblem={hasFailed}
      onClose={onClose}
    >
      <div class="buttons">
        <button type="button" class="button is-quiet" onClick={onClose}>
          {words.t('chat.end_confirm_no')}
        </button>
        <button type="button" class="button is-main" aria-disabled={progress === 'ending'} onClick={() => void end()}>
          {progress === 'ending' && <span class="spinner" aria-hidden="true" />}
          {words.t(hasFailed ? 'common.retry' : 'chat.end_confirm_yes')}
        </button>
      </div>
    </DialogFrame>
  );
}
