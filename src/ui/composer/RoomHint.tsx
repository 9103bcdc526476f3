import { useUi } from '../ui-context';
import type { LongText } from './length';

export function RoomHint({ id, room }: { readonly id: string; readonly room: LongText }) {
  const { words } = useUi();
  const isFull = room.state === 'none';
  return (
    <p class={`room${isFull ? ' is-problem' : ''}`} id={id}>
      {words.t(isFull ? 'composer.too_long' : 'composer.remaining', { count: room.characters })}
    </p>
  );
}
