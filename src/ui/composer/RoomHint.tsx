import { useUi } from '../ui-context';
import type { Room } from './length';

export function RoomHint({ id, room }: { readonly id: string; readonly room: Room }) {
  const { words } = useUi();
  return (
    <p class="room" id={id}>
      {'characters' in room
        ? words.t('composer.remaining', { count: room.characters })
        : words.t('composer.split_notice', { count: room.messages })}
    </p>
  );
}
