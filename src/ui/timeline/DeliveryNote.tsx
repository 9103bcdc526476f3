import type { Refusal } from '../../domain';
import type { PlainKey } from '../i18n/catalogue';
import type { BubbleItem } from '../rest-contract';
import { useUi } from '../ui-context';

// Only where it helps to know: what else is refused says nothing to people.
const reasons = {
  banned: 'composer.disabled_banned',
  'not-allowed': 'composer.disabled_banned',
  'nobody-online': 'offline.title',
  invalid: 'message.failed_invalid',
  expired: 'message.failed_too_late',
} as const satisfies { readonly [R in Refusal]?: PlainKey };

/** Why it was refused, or that it has arrived where others read it. */
export function DeliveryNote({ item }: { readonly item: BubbleItem }) {
  const { words } = useUi();
  const note = noteOf(item);
  return <>{note && ` · ${words.t(note)}`}</>;
}

function noteOf(item: BubbleItem): PlainKey | undefined {
  if (item.refusal) return item.refusal in reasons ? reasons[item.refusal as keyof typeof reasons] : undefined;
  const event = item.kind === 'message' ? item.event : item.content;
  const isDelivered = event?.properties?.get('status')?.get('delivered') === true;
  return isDelivered && item.delivery === 'sent' ? 'message.delivered' : undefined;
}
