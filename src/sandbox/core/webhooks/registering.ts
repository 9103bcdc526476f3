import { Failure } from '../failure';
import type { Fields } from '../fields';
import { newWebhookId } from '../ids';
import type { Action, Call } from '../side';
import type { Webhook } from '../store/model';
import { isLower } from '../versions';
import type { AgentViewer } from '../viewer';
import type { World } from '../world';
import { webhookNames } from './names';

type AgentAction = Action<AgentViewer>;

const LONGEST_URL = 500;
const MOST_PER_ACTION = 3;
const TYPES: readonly Webhook['type'][] = ['license', 'bot'];

const isFirst = (version: string) => isLower(version, '3.1');

/** The app of the token; a personal token may have to name it. */
function ownerOf({ world, viewer, fields }: Call<AgentViewer>): string {
  const own = viewer.clientId ?? world.settings.clientId;
  const owner = fields.optionalString('owner_client_id') ?? own;
  const { settings, roster } = world;
  const isKnown = owner === settings.clientId || [...roster.agents.values()].some(({ clientId }) => clientId === owner);
  if (!isKnown) fields.fail('owner_client_id', 'does not belong to the organization');
  return owner;
}

export const registerWebhook: AgentAction = {
  run(call) {
    const { world, link, fields } = call;
    const ownerClientId = ownerOf(call);
    if (!isFirst(link.version)) fields.string('owner_client_id');
    const webhook = readWebhook(fields, link.version, { id: newWebhookId(world.random), ownerClientId });
    requireFew(world, webhook);
    world.commit({ fact: 'webhook-registered', webhook });
    return isFirst(link.version) ? { webhook_id: webhook.id } : { id: webhook.id };
  },
};

export function readWebhook(
  fields: Fields,
  version: string,
  known: Pick<Webhook, 'id' | 'ownerClientId'> & Partial<Pick<Webhook, 'type' | 'botId'>>,
): Webhook {
  const url = fields.string('url');
  if (!/^https?:\/\/[^\s]+$/.test(url)) fields.fail('url', 'must be a URL');
  if (url.length > LONGEST_URL) fields.fail('url', `must not be longer than ${LONGEST_URL} characters`);
  const action = fields.string('action');
  const name = webhookNames(version).find((one) => one.action === action);
  if (!name) return fields.fail('action', 'is not an action with webhooks');
  const filters = fields.optionalObject('filters')?.value ?? {};
  const strange = Object.keys(filters).find((filter) => !name.filters.includes(filter));
  if (strange !== undefined) fields.fail(`filters.${strange}`, `is no filter of ${action}`);
  const additionalData = fields.strings('additional_data') ?? [];
  const unknown = additionalData.find((data) => !name.additional_data?.includes(data));
  if (unknown !== undefined) fields.fail('additional_data', `cannot have ${unknown}`);
  const description = fields.optionalString('description');
  return {
    type: known.type ?? readType(fields, version),
    ...known,
    url,
    action,
    secretKey: fields.string('secret_key'),
    version,
    filters,
    additionalData,
    ...(description !== undefined && { description }),
  };
}

const readType = (fields: Fields, version: string) =>
  isFirst(version) ? 'license' : (fields.oneOf('type', TYPES) ?? fields.fail('type', 'is required'));

function requireFew({ store }: World, { action, ownerClientId, version }: Webhook): void {
  const same = [...store.webhooks.values()].filter(
    (other) => other.action === action && other.ownerClientId === ownerClientId,
  );
  if (!isFirst(version) && same.length >= MOST_PER_ACTION) throw new Failure('limit_reached');
}

export const listWebhooks: AgentAction = {
  run(call) {
    const ownerClientId = ownerOf(call);
    const own = [...call.world.store.webhooks.values()].filter((webhook) => webhook.ownerClientId === ownerClientId);
    return own.map((webhook) => describeWebhook(webhook, call.link.version));
  },
};

/** The secret is only shown in v3.0. */
export function describeWebhook(webhook: Webhook, version: string): object {
  const { id, url, description, action, filters, secretKey, ownerClientId, type } = webhook;
  const about = {
    url,
    ...(description !== undefined && { description }),
    action,
    ...(Object.keys(filters).length > 0 && { filters }),
  };
  return isFirst(version)
    ? { webhook_id: id, secret_key: secretKey, ...about }
    : { id, ...about, owner_client_id: ownerClientId, type };
}

export const unregisterWebhook: AgentAction = {
  run(call) {
    const { world, link, fields } = call;
    const id = fields.string(isFirst(link.version) ? 'webhook_id' : 'id');
    if (world.store.webhooks.get(id)?.ownerClientId !== ownerOf(call)) throw new Failure('not_found');
    world.commit({ fact: 'webhook-unregistered', id });
  },
};

const switchWebhooks = (isOn: boolean): AgentAction => ({
  run(call) {
    const clientId = ownerOf(call);
    if (call.world.store.mutedWebhooks.has(clientId) === isOn) {
      call.world.commit({ fact: 'webhooks-switched', clientId, isOn });
    }
  },
});

export const enableLicenseWebhooks = switchWebhooks(true);
export const disableLicenseWebhooks = switchWebhooks(false);

export const getLicenseWebhooksState: AgentAction = {
  run: (call) => ({ license_webhooks_enabled: !call.world.store.mutedWebhooks.has(ownerOf(call)) }),
};

/** Needs no token. */
export function listWebhookNames(fields: Fields, version: string): readonly object[] {
  return webhookNames(fields.optionalString('version') ?? version);
}
