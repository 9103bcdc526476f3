import type { Chat, Webhook } from '../store/model';
import { toPlain } from '../store/properties';
import { isLower } from '../versions';
import type { Viewer } from '../viewer';
import type { World } from '../world';
import type { Message } from './message';
import { isAboutConfiguration } from './names';
import { presentIds } from './presence';

export interface Occasion {
  readonly message: Message;
  readonly chat: Chat | undefined;
  readonly threadId: string | undefined;
  /** Still counted as there. */
  readonly leavingId: string | undefined;
  readonly requester: Viewer | undefined;
}

/** Exactly these keys: there are receivers that refuse a body with one more or one less. */
export function writeEnvelope(world: World, webhook: Webhook, occasion: Occasion): string {
  const { id, secretKey, version } = webhook;
  const { action, payload } = occasion.message;
  const additional_data = addData(webhook, occasion);
  const head = { webhook_id: id, secret_key: secretKey, action };
  if (isLower(version, '3.1')) return JSON.stringify({ ...head, data: payload, additional_data });
  const { licenseId, organizationId } = world.settings;
  const account = isLower(version, '3.4') ? { license_id: Number(licenseId) } : { organization_id: organizationId };
  const requester =
    isAboutConfiguration(action) && !isLower(version, '3.6') ? describeRequester(world, occasion.requester) : {};
  return JSON.stringify({ ...head, ...account, payload, ...requester, additional_data });
}

/** What nobody asked for is put down to the first who could have. */
function describeRequester(world: World, requester: Viewer | undefined): object {
  const { settings, roster } = world;
  const viewer = requester?.side === 'agent' ? requester : undefined;
  const user_id = viewer?.agentId ?? settings.agents[0]?.id ?? '';
  const account_id = roster.agents.get(user_id)?.accountId ?? user_id;
  return { requester: { user_id, account_id, client_id: viewer?.clientId ?? settings.clientId } };
}

function addData({ additionalData, version }: Webhook, { chat, threadId, leavingId }: Occasion): object {
  const asked = new Set(additionalData);
  if (!chat) return {};
  return {
    ...(asked.has('chat_properties') && { chat_properties: properties(chat, version) }),
    ...(asked.has('chat_presence_user_ids') && { chat_presence_user_ids: presentIds(chat, leavingId) }),
    ...(asked.has('access') && { access: { group_ids: chat.groupIds } }),
    ...(asked.has('thread_id') && { thread_id: threadId }),
  };
}

function properties(chat: Chat, version: string): object {
  const plain = toPlain(chat.properties);
  if (!isLower(version, '3.1')) return plain;
  return Object.fromEntries(
    Object.entries(plain).map(([namespace, values]) => [
      namespace,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
    ]),
  );
}
