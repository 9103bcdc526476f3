import { Fields, isObject, type Json } from '../fields';
import type { Action, Side } from '../side';
import type { Push } from '../turns';
import { isLower } from '../versions';
import type { Viewer } from '../viewer';
import { asOf } from './as-of';

/** What came after v3.3, which is where the names of v3.6 begin: older connections neither hear nor call it. */
const CAME_WITH = {
  customer: {
    '3.5': ['groups_status_updated'],
    '3.6': [
      'delete_event',
      'request_welcome_message',
      'send_greeting_button_clicked',
      'event_deleted',
      'incoming_event_preview',
      'incoming_thinking_indicator',
      'incoming_welcome_message',
    ],
  },
  agent: {
    '3.4': [
      'chat_access_updated',
      'agent_created',
      'agent_approved',
      'agent_suspended',
      'agent_unsuspended',
      'agent_deleted',
      'agent_updated',
      'bot_created',
      'bot_updated',
      'bot_deleted',
      'group_created',
      'group_updated',
      'group_deleted',
      'auto_accesses_updated',
      'license_properties_updated',
      'group_properties_updated',
    ],
    '3.5': ['groups_status_updated', 'tag_created', 'tag_updated', 'tag_deleted'],
    '3.6': [
      'update_session',
      'subscribe_customers',
      'unsubscribe_customers',
      'send_event_preview',
      'send_thinking_indicator',
      'request_thread_summary',
      'event_deleted',
      'incoming_thinking_indicator',
      'subscribed_customers_totals_updated',
      'thread_summary_set',
      'incoming_error',
    ],
  },
} as const;

const GONE_WITH = {
  customer: { '3.7': ['get_predicted_agent'] },
  agent: {
    '3.5': ['change_push_notifications'],
    '3.6': ['list_customers', 'create_customer', 'follow_customer', 'unfollow_customer'],
  },
} as const;

/** The engine of v3.6 as a version near it has it: with its own number, and without what came later. */
export function atVersion<V extends Viewer>(newest: Side<V>, version: string): Side<V> {
  if (version === newest.version) return newest;
  const { kind, login } = newest;
  const isKnown = (name: string) => !isMissing(kind, version, name);
  const actions = [...newest.actions].filter(([name]) => isKnown(name));
  const toVersion = (payload: unknown) => asOf(version, kind, payload);
  return {
    ...newest,
    version,
    account: kind === 'customer' && isLower(version, '3.4') ? 'license' : 'organization',
    login: { ...login, welcome: (call) => toVersion(login.welcome(call)) },
    actions: new Map(actions.map(([name, action]) => [name, withWords(action, version, toVersion)])),
    write(world, viewer, news) {
      return [newest.write(world, viewer, news) ?? []].flat().flatMap((push) => {
        const told = isKnown(push.action) ? push : inOlderWords(push);
        if (!told || isOfUnknownType(told.payload, version)) return [];
        return [{ action: told.action, payload: toVersion(told.payload) }];
      });
    },
  };
}

function isMissing(kind: Viewer['side'], version: string, name: string): boolean {
  const came = versionOf(CAME_WITH[kind], name);
  const gone = versionOf(GONE_WITH[kind], name);
  return (came !== undefined && isLower(version, came)) || (gone !== undefined && !isLower(version, gone));
}

function versionOf(table: Readonly<Record<string, readonly string[]>>, name: string): string | undefined {
  return Object.entries(table).find(([, names]) => names.includes(name))?.[0];
}

function withWords<V extends Viewer>(
  action: Action<V>,
  version: string,
  toVersion: (payload: unknown) => unknown,
): Action<V> {
  return {
    ...action,
    run: (call) =>
      toVersion(action.run(isLower(version, '3.6') ? { ...call, fields: withNewFilter(call.fields) } : call)),
  };
}

/** Groups were announced by multicast before they had a push of their own. */
function inOlderWords({ action, payload }: Push): Push | undefined {
  if (action !== 'groups_status_updated' || !isObject(payload)) return undefined;
  const content = { name: 'groups_update', groups: payload['groups'] };
  return { action: 'incoming_multicast', payload: { type: 'lc2', content } };
}

/** Events of type `system` came with v3.6. */
function isOfUnknownType(payload: unknown, version: string): boolean {
  const event = isObject(payload) ? payload['event'] : undefined;
  return isObject(event) && event['type'] === 'system' && isLower(version, '3.6');
}

/** `include_active: false` is what `active: false` was called. */
function withNewFilter(fields: Fields): Fields {
  const filters = fields.value['filters'];
  if (!isObject(filters) || filters['include_active'] !== false) return fields;
  const value: Json = { ...fields.value, filters: { ...filters, active: false } };
  return new Fields(value, fields.path);
}
