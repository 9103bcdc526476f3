import type { DayItem } from '../../domain';
import { dayName } from '../i18n/day-name';
import type { Divider } from '../rest-contract';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';

/** The name of a day, or what else divides what is said. */
export function DaySeparator({ item }: { readonly item: DayItem | Divider }) {
  const { words, today } = useUi();
  const now = useValue(() => today.value);
  const name = 'label' in item ? item.label : dayName(words, item.at, now);
  return (
    <div class="day">
      <hr class="unseen" aria-label={name} />
      <span aria-hidden="true">{name}</span>
    </div>
  );
}
