import type { Signal } from '@preact/signals-core';
import type { Outcome, SessionRest } from '../../domain';
import type { AppCall } from '../shell/contract';

/**
 * What the customer has here is erased, and the service is asked to do the same. The Customer Chat API has no action for that:
 * those who work there find the wish at the customer (a session field, with the time as ISO 8601), and in the chat if there is one.
 */
export async function eraseCustomer(
  { updateCustomer, sendSystemMessage }: Pick<SessionRest, 'updateCustomer' | 'sendSystemMessage'>,
  calls: Signal<readonly AppCall[]>,
  now: number,
): Promise<Outcome> {
  const at = new Date(now).toISOString();
  const asked = await updateCustomer({ sessionFields: new Map([['data_deletion_requested', at]]) });
  if (asked !== 'done') return asked;
  await sendSystemMessage('data_deletion_requested', 'The visitor asks for their data to be deleted.', 'agents');
  calls.value = [...calls.value, { type: 'call', name: 'logout', payload: null }];
  return 'done';
}
