import { useOwnRest, useUi } from '../ui-context';

interface Props {
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** Asks once before a page is closed in which something may have been entered. */
export function Leave({ onLeave, onStay }: Props) {
  const { words } = useUi();
  const { DialogFrame } = useOwnRest();
  return (
    <DialogFrame title={words.t('moment.leave_title')} text={words.t('moment.leave_text')} isAlert onClose={onStay}>
      <div class="buttons">
        <button type="button" class="button is-quiet" onClick={onStay}>
          {words.t('moment.leave_no')}
        </button>
        <button type="button" class="button is-main" onClick={onLeave}>
          {words.t('moment.leave_yes')}
        </button>
      </div>
    </DialogFrame>
  );
}
