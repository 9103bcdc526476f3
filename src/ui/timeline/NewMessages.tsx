import { Icon } from '../icons/Icon';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

import { useFocusHandover } from '../window/focus-handover';

/** The way to the first message that came while one was reading above; without any, to the newest one. */
export function NewMessages() {
  const { walk } = useOwnRest();
  const count = useValue(() => walk.newCount.value);
  const isFarUp = useValue(() => walk.isFarUp.value);
  return count > 0 || isFarUp ? <NewMessagesButton count={count} /> : null;
}

function NewMessagesButton({ count }: { readonly count: number }) {
  const { words, focus } = useUi();
  const { walk } = useOwnRest();
  const button = useFocusHandover<HTMLButtonElement>(() => walk.focusActive() || focus.toStart());
  return (
    <button type="button" class="new-messages" ref={button} onClick={() => walk.toFirstNew()}>
      <Icon name="down" />
      {count > 0 ? (
        words.t('window.new_messages', { count })
      ) : (
        <span class="unseen">{words.t('window.scroll_to_newest')}</span>
      )}
    </button>
  );
}
