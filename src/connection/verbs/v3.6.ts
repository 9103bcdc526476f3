import type { ChatId, EventId, HistoryCursor, OutgoingMessage, Place, Postback, SendOutcome } from '../../domain';
import { type Json, readSentIds, readThreadPage, timeOfRank } from '../../protocol';
import { LineError } from '../line-error';
import { outcomeOf, sendOutcomeOf } from '../outcome';
import type { Answer } from '../requests';
import type { CreateVerbs, SendEvent, Speaker } from './verbs';

// As many of the newest threads as hold this many events.
const EVENTS_A_PAGE = 25;

/** A chat that has ended must be resumed before anything is sent to it. */
export function createSend36({ ask, dialect }: Speaker): SendEvent {
  async function sent(asked: Promise<Answer>, chatId: ChatId | undefined, event: Json): Promise<SendOutcome> {
    const ids = readSentIds((await asked).payload, event['custom_id'] as string);
    return {
      outcome: 'accepted',
      chatId: chatId ?? (ids.chatId as ChatId),
      eventId: ids.eventId as EventId | undefined,
    };
  }

  /** With nobody online, a continuous chat keeps what is written until somebody is back. */
  async function startOrResume(
    id: ChatId | undefined,
    event: Json,
    opening?: Json,
    continuous?: true,
  ): Promise<SendOutcome> {
    const chat = { id, thread: { events: [event] }, ...opening };
    try {
      return await sent(ask(id ? 'resumeChat' : 'startChat', { chat, continuous }), id, event);
    } catch (error) {
      if (continuous || !(error instanceof LineError) || error.code !== 'groups_offline') throw error;
      return startOrResume(id, event, opening, true);
    }
  }

  const send = (id: ChatId, event: Json) => sent(ask('sendEvent', { chat_id: id, event }), id, event);

  /** Another tab, or an agent, may have ended, resumed or started it a moment ago. */
  const sendOrFollow: SendEvent = async (chat, event, opening) => {
    try {
      return await (chat?.isActive ? send(chat.id, event) : startOrResume(chat?.id, event, opening));
    } catch (error) {
      const code = error instanceof LineError ? error.code : undefined;
      if (chat && code === 'chat_inactive') return startOrResume(chat.id, event, opening);
      if (chat && code === 'chat_already_active') return send(chat.id, event);
      if (chat || code !== 'chat_limit_reached') throw error;
      const { payload } = await ask('listChats', { limit: 1 });
      const found = dialect.readFoundChat(payload, dialect.places, () => {});
      if (!found) throw error;
      return found.isActive ? send(found.id, event) : startOrResume(found.id, event, opening);
    }
  };
  return (...sending) => sendOrFollow(...sending).catch(sendOutcomeOf);
}

/** What a visitor does, in v3.6. */
export const createVerbs36: CreateVerbs = (speaker, drop) => {
  const { ask, dialect } = speaker;
  const sendEvent = createSend36(speaker);
  return {
    async findChat() {
      const { payload } = await ask('listChats', { limit: 1 });
      return dialect.readFoundChat(payload, dialect.places, drop);
    },

    async readThreads(chatId: ChatId, from?: HistoryCursor) {
      const { payload } = await ask('listThreads', {
        chat_id: chatId,
        ...(from ? { page_id: from } : { min_events_count: EVENTS_A_PAGE }),
      });
      return readThreadPage(payload, dialect.places, drop);
    },

    sendMessage: (chat, message) => sendEvent(chat, eventOf(message)),
    resumeChat: (chatId: ChatId) => outcomeOf(ask('resumeChat', { chat: { id: chatId } })),
    deactivateChat: (chatId: ChatId) => outcomeOf(ask('deactivateChat', { id: chatId })),
    markSeen: (chatId: ChatId, upTo: Place) =>
      outcomeOf(ask('markSeen', { chat_id: chatId, seen_up_to: timeOfRank(upTo.rank) })),
    sneakPeek(chatId: ChatId, text: string) {
      ask('sneakPeek', { chat_id: chatId, sneak_peek_text: text }).catch(() => {});
    },
  };
};

export function eventOf({ customId, text, postback }: OutgoingMessage): Json {
  return { type: 'message', text, custom_id: customId, recipients: 'all', postback: postback && postbackOf(postback) };
}

const postbackOf = ({ id, threadId, eventId, type, value }: Postback): Json => ({
  id,
  thread_id: threadId,
  event_id: eventId,
  type,
  value,
});
