import { useId, useLayoutEffect } from 'preact/hooks';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';
import { roomFor } from './length';

/** How much more fits, once it matters. Describes the field, which came before it. */
export function RoomHint() {
  const { session, words, focus } = useUi();
  const id = `natter-room-${useId()}`;
  const text = useValue(() => session.draft.text.value);
  const room = roomFor(text, session.rest.peek()?.partsOf ?? ((whole) => [whole]));
  useLayoutEffect(() => {
    const field = focus.composer.current;
    if (!room || !field) return undefined;
    field.setAttribute('aria-describedby', id);
    return () => field.removeAttribute('aria-describedby');
  }, [!room]);
  if (!room) return null;
  return (
    <p class="room" id={id}>
      {'characters' in room
        ? words.t('composer.remaining', { count: room.characters })
        : words.t('composer.split_notice', { count: room.messages })}
    </p>
  );
}
