import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

import { useFocusHandover } from '../window/focus-handover';

/** What stands above the oldest row: the start, or the way to what was before. */
export function HistoryEdge() {
  const { session, words } = useUi();
  const older = useValue(() => session.timeline.older.value);
  return (
    <>
      {older === 'loading' && (
        <p class="note">
          <span class="spinner" aria-hidden="true" />
          {words.t('message.history_loading')}
        </p>
      )}
      {older === 'failed' && <HistoryFailed />}
      {older === 'none' && <p class="note">{words.t('message.history_start')}</p>}
    </>
  );
}

function HistoryFailed() {
  const { words, focus } = useUi();
  const { walk, loadOlder } = useOwnRest();
  const part = useFocusHandover<HTMLParagraphElement>(() => walk.focusActive() || focus.toStart());
  return (
    <p class="note" ref={part}>
      {words.t('message.history_failed')}{' '}
      <button type="button" class="text-button" onClick={() => loadOlder()}>
        {words.t('common.retry')}
      </button>
    </p>
  );
}
