import { Failure, FieldFailure } from './failure';
import type { PlainProperties, PropertyNames } from './store/facts';
import type { PropertyValue } from './store/model';

/** What may be done with the properties that are known by name; `on` is for customers. Namespaces of apps are open. */

export type PropertyLevel = 'chat' | 'thread' | 'event';
type Right = '-' | 'r' | 'w' | 'rw';

interface Known {
  readonly type: 'string' | 'number' | 'boolean';
  readonly on: { readonly [Level in PropertyLevel]?: Right };
}

const text = (on: Known['on']): Known => ({ type: 'string', on });
const whole = (on: Known['on']): Known => ({ type: 'number', on });
const flag = (on: Known['on']): Known => ({ type: 'boolean', on });
const everywhere = { chat: 'rw', thread: 'rw', event: 'rw' } as const;
const agentsOnly = { chat: '-', thread: '-' } as const;

const KNOWN = new Map<string, Known>([
  ['rating.score', whole(everywhere)],
  ['rating.comment', text(everywhere)],
  ['routing.continuous', flag({ chat: 'r', thread: 'r' })],
  ['routing.email_follow_up', flag({ chat: 'rw' })],
  ['routing.offline_message', flag({ thread: 'rw' })],
  ['routing.transcript_email', text({ thread: 'rw' })],
  ['routing.start_url', text({ thread: 'r' })],
  ['routing.referrer', text({ thread: '-' })],
  ['routing.ignore_agents_routing', flag({ chat: 'rw' })],
  ['routing.ignore_bots', flag({ thread: 'w' })],
  ...['pinned', 'was_pinned', 'unassigned', 'unreplied', 'idle'].map((name): [string, Known] => [
    `routing.${name}`,
    flag(agentsOnly),
  ]),
  ['routing.last_transfer_timestamp', whole(agentsOnly)],
  ['source.client_id', text({ chat: 'r', thread: 'r', event: 'r' })],
  ['source.customer_client_id', text({ chat: 'r', thread: 'r' })],
  ['lc2.form_type', text({ event: 'rw' })],
  ['lc2.greeting_id', whole({ thread: 'rw', event: 'r' })],
  ['lc2.greeting_unique_id', text({ thread: 'rw', event: 'r' })],
  ['lc2.welcome_message', flag({ event: 'r' })],
  ['lc2.file_safety_confirmation', flag({ event: '-' })],
  ['lc2.queue_pos', whole({ thread: 'r' })],
  ['lc2.queue_waiting_time', whole({ thread: 'r' })],
  ['chats.formatting', text({ event: 'rw' })],
  ['chats.welcome_message_source', text({ event: 'r' })],
  ...['title', 'description', 'url', 'image_url'].map((name): [string, Known] => [
    `url_details.${name}`,
    text({ event: 'rw' }),
  ]),
  ['url_details.image_width', whole({ event: 'rw' })],
  ['url_details.image_height', whole({ event: 'rw' })],
  ...['source_lang_code', 'target_lang_code', 'target_message'].map((name): [string, Known] => [
    `translation.${name}`,
    text({ event: 'r' }),
  ]),
  ['status.delivered', flag({ event: 'rw' })],
  ['ecommerce.has_sale', flag({ thread: '-' })],
  ['ecommerce.has_indirect_sale', flag({ thread: '-' })],
  ['test.bool_property', flag(everywhere)],
  ['test.int_property', whole(everywhere)],
  ['test.string_property', text(everywhere)],
  ['test.tokenized_string_property', text(everywhere)],
]);

const NAMESPACES = new Set([...KNOWN.keys()].map((name) => name.split('.', 1)[0]));
/** An app's own namespace is its client id. */
const CLIENT_ID = /^[0-9a-f]{32}$/;

/** Written by integrations and by people at a desk; the rest of what agents see is the server's or the customer's. */
const AGENTS_WRITE = new Set([
  'rating.score',
  'rating.comment',
  'routing.pinned',
  'routing.ignore_agents_routing',
  'lc2.file_safety_confirmation',
  'chats.formatting',
  'status.delivered',
]);
const AGENTS_WRITE_ALL_OF = new Set(['url_details', 'translation', 'test']);

export interface Rights {
  readonly requireWritable: (level: PropertyLevel, properties: PlainProperties | undefined) => void;
  readonly requireDeletable: (level: PropertyLevel, names: PropertyNames) => void;
}

interface Place {
  readonly level: PropertyLevel;
  readonly namespace: string;
  readonly name: string;
}

type MayWrite = (right: Right, place: Place) => boolean;

const customerRights = createRights((right) => right.includes('w'));

export const { requireWritable, requireDeletable } = customerRights;

export const agentRights = createRights(
  (_, { namespace, name }) => AGENTS_WRITE_ALL_OF.has(namespace) || AGENTS_WRITE.has(`${namespace}.${name}`),
);

function createRights(mayWrite: MayWrite): Rights {
  return {
    requireWritable(level, properties = {}) {
      for (const [namespace, values] of Object.entries(properties)) {
        for (const [name, value] of Object.entries(values)) checkRight(mayWrite, { level, namespace, name }, value);
      }
    },
    requireDeletable(level, names) {
      for (const [namespace, list] of Object.entries(names)) {
        for (const name of list) checkRight(mayWrite, { level, namespace, name });
      }
    },
  };
}

function checkRight(mayWrite: MayWrite, place: Place, value?: PropertyValue): void {
  const { level, namespace, name } = place;
  if (CLIENT_ID.test(namespace)) return;
  const known = KNOWN.get(`${namespace}.${name}`);
  const path = `payload.properties.${namespace}.${name}`;
  const right = known?.on[level];
  if (!known || right === undefined) {
    const what = NAMESPACES.has(namespace) ? `is not a property of a ${level}` : 'is in no namespace that is known';
    throw new FieldFailure(path, what);
  }
  if (!mayWrite(right, place)) throw new Failure('authorization');
  const type = known.type === 'number' ? 'an integer' : `a ${known.type}`;
  if (value !== undefined && typeof value !== known.type) throw new FieldFailure(path, `must be ${type}`);
}
