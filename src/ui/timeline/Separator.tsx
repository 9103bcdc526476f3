import type { DayItem } from '../../domain';
import { usePart } from '../content/use-part';
import { useOwnRest } from '../ui-context';

/** The name of a day comes with what is done with the rows together. */
export function Separator({ item }: { readonly item: DayItem }) {
  const part = usePart(useOwnRest().parts.log);
  return part ? <part.DaySeparator item={item} /> : null;
}
