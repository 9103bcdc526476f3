import type { SystemItem } from '../../domain';
import { useRest } from '../ui-context';

/** In our words; until they are there, in those of the service. */
export function SystemRow({ item }: { readonly item: SystemItem }) {
  const rest = useRest();
  return (
    <p class="note" dir="auto">
      {rest ? <rest.SystemText item={item} /> : item.note.text}
    </p>
  );
}
