import { signal } from '@preact/signals';
import { customerChange } from './customer-pushes';
import { type Chat, findEvent } from './model';
import { type Json, readNumber, readObject, readText, readTexts, toObject } from './read';

/** A line in the log that is no event of the chat: a push that has a moment and no place of its own. */
export interface Note {
  readonly id: string;
  readonly at: string;
  readonly text: string;
}

export interface Names {
  readonly ofUser: (chat: Chat, userId: string) => string;
  readonly ofGroup: (groupId: number) => string;
}

type Tell = (chat: Chat, payload: Json, names: Names) => string | undefined;

const tellers: ReadonlyMap<string, Tell> = new Map<string, Tell>([
  ['incoming_rich_message_postback', tellClick],
  ['chat_transferred', tellTransfer],
  ['user_added_to_chat', tellHidden],
  [
    'chat_access_updated',
    (_, payload, names) => `The chat is in ${groupsOf(readObject(payload, 'access'), names)} now`,
  ],
  ['thread_summary_set', (_, payload) => `Summary: ${readText(readObject(payload, 'summary'), 'text') ?? ''}`],
  ['incoming_error', (_, payload) => `The server could not do this: ${readText(payload, 'action') ?? ''}`],
  ['customer_left', (chat, payload, names) => `${names.ofUser(chat, idOf(payload))} left the site`],
  ['incoming_customer', (chat, payload, names) => `${names.ofUser(chat, idOf(payload))} is on the site`],
  ['customer_banned', (_, payload) => `The customer is banned for ${days(payload)}`],
]);

const MOST = 50;

export function createNotes(now: () => number, names: Names) {
  const notes = signal<ReadonlyMap<string, readonly Note[]>>(new Map());
  let count = 0;

  /** `chats` as they are after the push. */
  function hear(action: string, payload: unknown, chats: ReadonlyMap<string, Chat>) {
    const tell = tellers.get(action);
    if (!tell) return;
    for (const chat of concerned(action, payload, chats)) {
      const text = tell(chat, toObject(payload), names);
      if (text) add(chat.id, text);
    }
  }

  function add(chatId: string, text: string) {
    count += 1;
    const note = { id: `note ${count}`, at: new Date(now()).toISOString().replace('Z', '000Z'), text };
    notes.value = new Map(notes.peek()).set(chatId, [...(notes.peek().get(chatId) ?? []), note].slice(-MOST));
  }

  return { notes, hear };
}

/** The chat that the push names, or every active one of the customer that it is about. */
function concerned(action: string, payload: unknown, chats: ReadonlyMap<string, Chat>): readonly Chat[] {
  const customerId = customerChange(action, payload)?.id;
  if (customerId !== undefined) {
    return [...chats.values()].filter((chat) => chat.isActive && chat.users.some((user) => user.id === customerId));
  }
  const fields = toObject(payload);
  const chat = chats.get(readText(fields, 'chat_id') ?? readText(fields, 'id') ?? '');
  return chat ? [chat] : [];
}

function tellClick(chat: Chat, payload: Json, names: Names): string {
  const postback = readObject(payload, 'postback');
  const id = readText(postback, 'id') ?? '';
  const body = findEvent(chat, readText(payload, 'event_id') ?? '')?.body;
  const buttons = body?.kind === 'cards' ? body.cards.flatMap((card) => card.buttons) : [];
  const button = buttons.find(({ postbackId }) => postbackId === id)?.text || readText(postback, 'button_value') || id;
  const who = names.ofUser(chat, readText(payload, 'user_id') ?? '');
  return postback['toggled'] === true ? `${who} clicked “${button}”` : `${who} took back the click on “${button}”`;
}

function tellTransfer(chat: Chat, payload: Json, names: Names): string {
  const to = readObject(payload, 'transferred_to');
  const agents = readTexts(to, 'agent_ids').map((id) => names.ofUser(chat, id));
  const target = agents.length ? agents.join(', ') : groupsOf(to, names);
  const requester = readText(payload, 'requester_id');
  const by = requester ? `by ${names.ofUser(chat, requester)}` : (readText(payload, 'reason') ?? '');
  const position = readNumber(readObject(payload, 'queue'), 'position');
  const queue = position === undefined ? '' : `, number ${position} in the queue`;
  return `Transferred to ${target}${queue}${by && ` (${by})`}`;
}

/** Whom the customer sees is said by a system message. */
function tellHidden(chat: Chat, payload: Json, names: Names): string | undefined {
  const user = readObject(payload, 'user');
  if (readText(user, 'visibility') !== 'agents') return undefined;
  return `${names.ofUser(chat, idOf(user))} looks on, hidden from the customer`;
}

function groupsOf(from: Json, names: Names): string {
  const ids = from['group_ids'];
  const groups = Array.isArray(ids) ? ids.filter((id): id is number => typeof id === 'number') : [];
  return new Intl.ListFormat('en').format(groups.map((id) => names.ofGroup(id))) || 'nobody';
}

function idOf(payload: Json): string {
  return readText(payload, 'id') ?? '';
}

function days(payload: Json): string {
  const count = readNumber(readObject(payload, 'ban'), 'days') ?? 0;
  return count === 1 ? '1 day' : `${count} days`;
}
