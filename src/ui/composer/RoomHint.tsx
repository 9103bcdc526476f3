import { useUi } from '../ui-context';
import type { Room } from './length';

export function RoomHint({ id, room }: { readonly id: string; readonly room: Room }) {
  const { words } = useUi();
  const { isFull, characters } = room;
  return (
    <p class={`room${isFull ? ' is-problem' : ''}`} id={id}>
      {words.t(isFull ? 'composer.too_long' : 'composer.remaining', { count: characters })}
    </p>
  );
}
