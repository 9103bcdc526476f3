import type { Refusal } from '../../domain';
import type { Key } from '../i18n/catalogue';
import { useUi } from '../ui-context';

// Only where it helps to know: what else is refused says nothing to people.
const reasons = {
  banned: 'composer.disabled_banned',
  'not-allowed': 'composer.disabled_banned',
  'nobody-online': 'offline.title',
  invalid: 'message.failed_invalid',
  expired: 'message.failed_too_late',
} as const satisfies { readonly [R in Refusal]?: Key };

export function RefusalReason({ refusal }: { readonly refusal: Refusal }) {
  const { words } = useUi();
  const reason = refusal in reasons && reasons[refusal as keyof typeof reasons];
  return <>{reason && ` · ${words.t(reason)}`}</>;
}
