import type { GatewayRest } from '../gateway-rest';
import type { Outcome } from '../ports';
import type { SessionCore } from '../session';
import type { SessionRest } from '../session-rest';
import type { RichButton } from '../types';
import { applyPostback } from './buttons';
import { changeEvent } from './change-logs';

type At = Parameters<SessionRest['sendPostback']>[0];
type What = Parameters<SessionRest['sendPostback']>[1] & Pick<RichButton, 'value'>;

/** Tells the other side of a button, and shows it as the other side will. */
export function createPostbacks(
  { chat, users, timeline }: Pick<SessionCore, 'chat' | 'users' | 'timeline'>,
  gateway: GatewayRest,
): (at: At, what: What, isToggled: boolean) => Promise<Outcome> {
  return async ({ id: eventId, threadId }, { id, type, value, goods }, isToggled) => {
    const [chatId, me] = [chat.id.peek(), users.me.peek()?.id];
    if (!chatId || !me) return 'refused';
    const outcome = await gateway.sendPostback({ chatId, threadId, eventId }, { id, type, value, goods }, isToggled);
    if (outcome === 'done') {
      timeline.logs.value = changeEvent(timeline.logs.peek(), eventId, (event) =>
        applyPostback(event, id, me, isToggled),
      );
    }
    return outcome;
  };
}
