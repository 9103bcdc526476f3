import type { ChatId, EventId, HistoryCursor, OutgoingMessage, Place, SendOutcome } from '../../domain';
import {
  type Dialect,
  isObject,
  type Json,
  readEventIds,
  readFoundChat,
  readThreadPage,
  timeOfRank,
} from '../../protocol';
import type { Connection } from '../connection';
import { outcomeOf, sendOutcomeOf } from '../outcome';
import { RequestError } from '../requests';
import type { Verbs } from './verbs';

// As many of the newest threads as hold this many events.
const EVENTS_A_PAGE = 25;

/** What a visitor does, in v3.6: a chat that has ended must be resumed before anything is sent to it. */
export function createVerbs(
  connection: Pick<Connection, 'ask'>,
  dialect: Dialect,
  report: (where: string) => void,
): Verbs {
  const { ask } = connection;
  const drop = (error: { path: string }) => report(error.path);

  async function findChat() {
    const { payload } = await ask('listChats', { limit: 1 });
    return readFoundChat(payload, dialect.places, drop);
  }

  /** Either push or response may answer; the response tells the ids, the push the whole chat. */
  async function startOrResume(chatId: ChatId | undefined, message: OutgoingMessage): Promise<SendOutcome> {
    const chat = { ...(chatId && { id: chatId }), thread: { events: [eventOf(message)] } };
    const { payload } = await ask(chatId ? 'resumeChat' : 'startChat', { chat });
    const started = isObject(payload['chat']) ? payload['chat'] : undefined;
    const id = chatId ?? ((started ? started['id'] : payload['chat_id']) as ChatId);
    const eventId = started ? findEventId(started, message.customId) : readEventIds(payload).at(-1);
    return { outcome: 'accepted', chatId: id, eventId: eventId as EventId | undefined };
  }

  async function send(chatId: ChatId, message: OutgoingMessage): Promise<SendOutcome> {
    const { payload } = await ask('sendEvent', { chat_id: chatId, event: eventOf(message) });
    const event = isObject(payload['event']) ? payload['event'] : undefined;
    return { outcome: 'accepted', chatId, eventId: (event ? event['id'] : payload['event_id']) as EventId | undefined };
  }

  /** Another tab, or an agent, may have ended, resumed or started it a moment ago. */
  async function sendOrFollow(chat: { id: ChatId; isActive: boolean } | undefined, message: OutgoingMessage) {
    try {
      return await (chat?.isActive ? send(chat.id, message) : startOrResume(chat?.id, message));
    } catch (error) {
      const code = error instanceof RequestError ? error.code : undefined;
      if (chat && code === 'chat_inactive') return startOrResume(chat.id, message);
      if (chat && code === 'chat_already_active') return send(chat.id, message);
      if (chat || code !== 'chat_limit_reached') throw error;
      const found = await findChat();
      if (!found) throw error;
      return found.isActive ? send(found.id, message) : startOrResume(found.id, message);
    }
  }

  return {
    findChat,

    async readThreads(chatId: ChatId, from?: HistoryCursor) {
      const { payload } = await ask('listThreads', {
        chat_id: chatId,
        ...(from ? { page_id: from } : { min_events_count: EVENTS_A_PAGE }),
      });
      return readThreadPage(payload, dialect.places, drop);
    },

    sendMessage: (chat, message) => sendOrFollow(chat, message).catch(sendOutcomeOf),
    resumeChat: (chatId: ChatId) => outcomeOf(ask('resumeChat', { chat: { id: chatId } })),
    deactivateChat: (chatId: ChatId) => outcomeOf(ask('deactivateChat', { id: chatId })),
    markSeen: (chatId: ChatId, upTo: Place) =>
      outcomeOf(ask('markSeen', { chat_id: chatId, seen_up_to: timeOfRank(upTo.rank) })),
    sneakPeek(chatId: ChatId, text: string) {
      ask('sneakPeek', { chat_id: chatId, sneak_peek_text: text }).catch(() => {});
    },
  };
}

function eventOf({ customId, text }: OutgoingMessage): Json {
  return { type: 'message', text, custom_id: customId, recipients: 'all' };
}

function findEventId(chat: Json, customId: string): string | undefined {
  const thread = isObject(chat['thread']) ? chat['thread'] : {};
  const events = Array.isArray(thread['events']) ? (thread['events'] as unknown[]) : [];
  const own = events.find((event) => isObject(event) && event['custom_id'] === customId);
  return isObject(own) && typeof own['id'] === 'string' ? own['id'] : undefined;
}
