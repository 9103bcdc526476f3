import { keepFile, lookUpFile } from '../files/look-up';
import type { EventFact } from '../store/facts';
import type { Chat, ChatEvent, Thread, Visibility } from '../store/model';
import type { World } from '../world';

/** An event before the server has given it an id and a time. */
export type EventDraft = Omit<EventFact, 'id' | 'createdAt'>;

/** Adds without telling: for events that arrive inside their chat. */
export function appendEvent(world: World, chat: Chat, thread: Thread, draft: EventDraft): ChatEvent {
  const event = { id: `${thread.id}_${thread.events.length + 1}`, createdAt: world.stamp(), ...draft };
  world.commit({ fact: 'event-added', chatId: chat.id, threadId: thread.id, event });
  if (draft.authorId) {
    world.commit({ fact: 'seen', chatId: chat.id, userId: draft.authorId, upTo: event.createdAt });
  }
  const file = draft.type === 'file' ? lookUpFile(world, String(draft.body['url'])) : undefined;
  if (file) keepFile(world, file);
  const added = thread.events.at(-1);
  if (!added) throw new Error('The event was not added');
  return added;
}

export function addEvent(world: World, chat: Chat, thread: Thread, draft: EventDraft): ChatEvent {
  const event = appendEvent(world, chat, thread, draft);
  world.tell({ news: 'event-added', chatId: chat.id, threadId: thread.id, event });
  return event;
}

/** Ready sentences of the server. The variables come along for those who say it in another language. */
const SENTENCES = new Map<string, string>([
  ['agent_added', '{initiator} added {agent} to the chat'],
  ['agent_joined', '{agent} joined the chat'],
  ['agent_left', '{agent} left the chat'],
  ['agent_removed', '{initiator} removed {agent} from the chat'],
  ['chat_transferred', '{initiator} transferred the chat to {targets}'],
  ['manual_archived_agent', '{agent} archived the chat'],
  ['manual_archived_customer', '{customer} archived the chat'],
  ['rating.chat_rated', '{customer} rated the chat as {score}'],
  ['rating.chat_commented', '{customer} left the following comment: {comment}'],
  ['rating.chat_rating_canceled', '{customer} canceled the chat rating'],
  ['routing.archived_inactive', 'Chat archived due to {duration} minutes of inactivity'],
  ['routing.assigned_disconnected', 'Chat assigned to {agent_added} because {agent_removed} lost the connection'],
  ['routing.assigned_signed_out', 'Chat assigned to {agent_added} because {agent_removed} signed out'],
  ['routing.assigned_other', 'Chat assigned to {agent_added}'],
  ['routing.unassigned_disconnected', 'Customer was queued because {agent} lost the connection'],
  ['routing.unassigned_signed_out', 'Customer was queued because {agent} signed out'],
  ['routing.unassigned_other', 'Chat is unassigned'],
  ['customer_banned', 'Chat archived because customer was banned by {agent} for {duration} day(s)'],
  ['archived_customer_disconnected', '{customer} left the chat'],
  ['routing.archived_offline', 'Chat archived due to no available agents'],
  ['routing.archived_other', 'The chat was closed'],
  ['routing.assigned_deleted', 'Chat assigned to {agent_added} because {agent_removed} was deleted'],
  [
    'routing.assigned_inactive',
    "Chat assigned to {agent_added} because {agent_removed} hasn't replied in {duration} minutes",
  ],
  [
    'routing.assigned_remotely_signed_out',
    'Chat assigned to {agent_added} because {agent_removed} was signed out remotely',
  ],
  ['routing.unassigned_deleted', 'Customer was queued because {agent} was deleted'],
  ['routing.unassigned_remotely_signed_out', 'Customer was queued because {agent} was signed out remotely'],
  ['routing.idle', 'Chat is idle due to {duration} minutes of inactivity'],
  ['system_archived', 'Chat archived'],
  ['transcript_requested', '{customer} requested the chat transcript to be sent to {email}'],
  ['transcript_sent', 'The chat transcript was sent to {email}'],
  ['customer_updated', "{initiator} has changed the customer's details: {customer_name} {customer_email}"],
]);

export function addSystemMessage(
  world: World,
  chat: Chat,
  thread: Thread,
  type: string,
  variables: { readonly [name: string]: string },
  visibility: Visibility = 'all',
): void {
  const text = (SENTENCES.get(type) ?? type).replace(/\{(\w+)\}/g, (_, name: string) => variables[name] ?? '').trim();
  const hasVariables = Object.keys(variables).length > 0;
  addEvent(world, chat, thread, {
    type: 'system_message',
    visibility,
    body: { system_message_type: type, text, ...(hasVariables && { text_vars: variables }) },
  });
}
