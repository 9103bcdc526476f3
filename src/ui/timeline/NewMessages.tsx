import { Icon } from '../icons/Icon';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

import { useFocusHandover } from '../window/focus-handover';

export function NewMessages() {
  const { walk } = useOwnRest();
  const count = useValue(() => walk.newCount.value);
  return count > 0 ? <NewMessagesButton count={count} /> : null;
}

function NewMessagesButton({ count }: { readonly count: number }) {
  const { words, focus } = useUi();
  const { walk } = useOwnRest();
  const button = useFocusHandover<HTMLButtonElement>(() => walk.focusActive() || focus.toStart());
  return (
    <button type="button" class="new-messages" ref={button} onClick={() => walk.toFirstNew()}>
      <Icon name="down" />
      {words.t('window.new_messages', { count })}
    </button>
  );
}
