import type { Delivery, Refusal } from '../../domain';
import type { Key } from '../i18n/catalogue';
import { Icon, type IconName } from '../icons/Icon';
import { useUi } from '../ui-context';

const marks = {
  sending: { icon: 'sending', words: 'message.sending' },
  waiting: { icon: 'sending', words: 'message.queued_offline' },
  sent: { icon: 'sent', words: 'message.sent' },
  seen: { icon: 'seen', words: 'message.seen' },
  refused: { icon: 'failed', words: 'message.failed' },
} as const satisfies { readonly [D in Delivery]: { readonly icon: IconName; readonly words: Key } };

// Only where it helps to know: what else is refused says nothing to people.
const reasons = {
  banned: 'composer.disabled_banned',
  'not-allowed': 'composer.disabled_banned',
  'nobody-online': 'offline.title',
  invalid: 'message.failed_invalid',
  expired: 'message.failed_too_late',
} as const satisfies { readonly [R in Refusal]?: Key };

interface Props {
  readonly id: string;
  readonly delivery: Delivery;
  readonly refusal: Refusal | undefined;
}

export function DeliveryMark({ id, delivery, refusal }: Props) {
  const { words } = useUi();
  const mark = marks[delivery];
  const reason = refusal && refusal in reasons ? reasons[refusal as keyof typeof reasons] : undefined;
  return (
    <span class={`delivery is-${delivery}`} id={id}>
      <Icon name={mark.icon} />
      <span>
        {words.t(mark.words)}
        {reason && ` · ${words.t(reason)}`}
      </span>
    </span>
  );
}
