import type { ChatId, EventId, HistoryCursor, OutgoingMessage, Place, SendOutcome } from '../../domain';
import { type Dialect, type Json, readFoundChat, readSentIds, readThreadPage, timeOfRank } from '../../protocol';
import type { Connection } from '../connection';
import { LineError } from '../line-error';
import { outcomeOf, sendOutcomeOf } from '../outcome';
import type { Answer } from '../requests';
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

  async function sent(
    asked: Promise<Answer>,
    chatId: ChatId | undefined,
    { customId }: OutgoingMessage,
  ): Promise<SendOutcome> {
    const ids = readSentIds((await asked).payload, customId);
    return {
      outcome: 'accepted',
      chatId: chatId ?? (ids.chatId as ChatId),
      eventId: ids.eventId as EventId | undefined,
    };
  }

  /** With nobody online, a continuous chat keeps what is written until somebody is back. */
  async function startOrResume(
    id: ChatId | undefined,
    message: OutgoingMessage,
    continuous?: true,
  ): Promise<SendOutcome> {
    const chat = { id, thread: { events: [eventOf(message)] } };
    try {
      return await sent(ask(id ? 'resumeChat' : 'startChat', { chat, continuous }), id, message);
    } catch (error) {
      if (continuous || !(error instanceof LineError) || error.code !== 'groups_offline') throw error;
      return startOrResume(id, message, true);
    }
  }

  const send = (id: ChatId, message: OutgoingMessage) =>
    sent(ask('sendEvent', { chat_id: id, event: eventOf(message) }), id, message);

  /** Another tab, or an agent, may have ended, resumed or started it a moment ago. */
  async function sendOrFollow(chat: { id: ChatId; isActive: boolean } | undefined, message: OutgoingMessage) {
    try {
      return await (chat?.isActive ? send(chat.id, message) : startOrResume(chat?.id, message));
    } catch (error) {
      const code = error instanceof LineError ? error.code : undefined;
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
