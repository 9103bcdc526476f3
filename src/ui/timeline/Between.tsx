import type { DayItem } from '../../domain';
import { useRest } from '../ui-context';

/** What stands between messages. There is room for it before it is there. */
export function Between({ item }: { readonly item: DayItem }) {
  const rest = useRest();
  return rest && <rest.Separator item={item} />;
}
