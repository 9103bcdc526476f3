import type { ChatId, EventId, HistoryCursor, OutgoingMessage, Place, SendOutcome } from '../../domain';
import type { Json, V30 } from '../../protocol';
import { LineError } from '../line-error';
import { outcomeOf, sendOutcomeOf } from '../outcome';
import { eventOf } from './v3.6';
import type { CreateVerbs, SendEvent, Speaker } from './verbs';

const THREADS_A_PAGE = 5;

/** Whatever is sent to a chat that has ended begins it again by itself, unless there is more to say about it. */
export function createSend30({ ask, dialect }: Speaker, { readSentIds30 }: V30): SendEvent {
  async function sent(
    action: 'startChat' | 'resumeChat' | 'sendEvent',
    event: Json,
    payload: Json,
  ): Promise<SendOutcome> {
    const answer = await ask(action, payload);
    const ids = readSentIds30(answer.payload, event['custom_id'] as string);
    return {
      outcome: 'accepted',
      chatId: (payload['chat_id'] ?? ids.chatId) as ChatId,
      eventId: ids.eventId as EventId | undefined,
    };
  }

  const send = (id: ChatId, event: Json) => sent('sendEvent', event, { chat_id: id, event });

  /** With nobody online, a continuous chat keeps what is written until somebody is back. */
  async function open(id: ChatId | undefined, event: Json, opening?: Json): Promise<SendOutcome> {
    const chat = { ...(id && { id }), thread: { events: [event] }, ...opening };
    const action = id ? 'resumeChat' : 'startChat';
    try {
      return await sent(action, event, { chat });
    } catch (error) {
      if (!(error instanceof LineError) || error.code !== 'groups_offline') throw error;
      return sent(action, event, { chat, continuous: true });
    }
  }

  async function start(event: Json, opening?: Json): Promise<SendOutcome> {
    try {
      return await open(undefined, event, opening);
    } catch (error) {
      if (!(error instanceof LineError) || error.isDoubtful) throw error;
      // This version has no word for a chat that is there already.
      const { payload } = await ask('listChats', { limit: 1 });
      const found = dialect.readFoundChat(payload, dialect.places, () => {});
      if (!found) throw error;
      return send(found.id, event);
    }
  }

  const sendTo: SendEvent = (chat, event, opening) => {
    if (!chat) return start(event, opening);
    return opening && !chat.isActive ? open(chat.id, event, opening) : send(chat.id, event);
  };
  return (...sending) => sendTo(...sending).catch(sendOutcomeOf);
}

/** What a visitor does, in v3.0. */
export const createVerbs30 =
  (v30: V30): CreateVerbs =>
  (speaker, drop) => {
    const { ask, dialect } = speaker;
    const sendEvent = createSend30(speaker, v30);
    return {
      async findChat() {
        const { payload } = await ask('listChats', { offset: 0, limit: 1 });
        return dialect.readFoundChat(payload, dialect.places, drop);
      },

      /** First which threads there are, then some of them. One that begins meanwhile moves the others down the list. */
      async readThreads(chatId: ChatId, from?: HistoryCursor) {
        const offset = Number(from ?? 0);
        const heads = await ask('listThreads', { chat_id: chatId, offset, limit: THREADS_A_PAGE });
        const { ids, total } = v30.readThreadIds(heads.payload, drop);
        if (ids.length === 0) return { threads: [] };
        const { payload } = await ask('get_chat_threads', { chat_id: chatId, thread_ids: ids });
        const next = offset + ids.length;
        return {
          threads: v30.readThreads(payload, dialect.places, drop),
          next: next < total ? (`${next}` as HistoryCursor) : undefined,
        };
      },

      sendMessage: (chat, message: OutgoingMessage) => sendEvent(chat, eventOf(message)),
      resumeChat: (chatId: ChatId) => outcomeOf(ask('resumeChat', { chat: { id: chatId } })),
      deactivateChat: (chatId: ChatId) => outcomeOf(ask('deactivateChat', { chat_id: chatId })),
      markSeen: (chatId: ChatId, { at }: Place) =>
        outcomeOf(ask('markSeen', { chat_id: chatId, timestamp: Math.floor(at / 1_000) })),
      sneakPeek(chatId: ChatId, text: string) {
        ask('sneakPeek', { chat_id: chatId, sneak_peek_text: text }).catch(() => {});
      },
    };
  };
