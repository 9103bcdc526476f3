import type { Delivery } from '../../domain';
import type { Key } from '../i18n/catalogue';
import { Icon, type IconName } from '../icons/Icon';
import type { BubbleItem } from '../rest-contract';
import { useRest, useUi } from '../ui-context';

const marks = {
  sending: { icon: 'sending', words: 'message.sending' },
  waiting: { icon: 'sending', words: 'message.queued_offline' },
  sent: { icon: 'sent', words: 'message.sent' },
  seen: { icon: 'seen', words: 'message.seen' },
  refused: { icon: 'failed', words: 'message.failed' },
} as const satisfies { readonly [D in Delivery]: { readonly icon: IconName; readonly words: Key } };

interface Props {
  readonly id: string;
  readonly item: BubbleItem;
  readonly delivery: Delivery;
}

export function DeliveryMark({ id, item, delivery }: Props) {
  const { words } = useUi();
  const mark = marks[delivery];
  const rest = useRest();
  return (
    <span class={`delivery is-${delivery}`} id={id}>
      <Icon name={mark.icon} />
      <span>
        {words.t(mark.words)}
        {rest && <rest.DeliveryNote item={item} />}
      </span>
    </span>
  );
}
