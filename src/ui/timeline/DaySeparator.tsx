import { dayName } from '../i18n/day-name';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';

export function DaySeparator({ at }: { readonly at: number }) {
  const { words, today } = useUi();
  const now = useValue(() => today.value);
  const name = dayName(words, at, now);
  return (
    <div class="day">
      <hr class="unseen" aria-label={name} />
      <span aria-hidden="true">{name}</span>
    </div>
  );
}
