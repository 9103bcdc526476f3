import type { ChatId, GatewayRest } from '../../domain';
import type { V30 } from '../../protocol';
import { LineError } from '../line-error';
import { sendOutcomeOf } from '../outcome';
import { createRestVerbs } from './rest';
import type { RestParts } from './rest-v3.6';
import { createSend30 } from './v3.0';

/** The rest of v3.0: an upload says what it says by itself, in a chat that has to be there. */
export const createRestVerbs30 =
  (v30: V30) =>
  (parts: RestParts): GatewayRest => {
    const { ask } = parts.speaker;

    /** With nobody online, a continuous chat keeps the file until somebody is back. */
    async function openChat(id?: ChatId): Promise<ChatId> {
      const action = id ? 'resumeChat' : 'startChat';
      const chat = id ? { id } : {};
      const { payload } = await ask(action, { chat }).catch((error: unknown) => {
        if (!isNobodyOnline(error)) throw error;
        return ask(action, { chat, continuous: true });
      });
      return id ?? (v30.readSentIds30(payload, '').chatId as ChatId);
    }

    return createRestVerbs({
      ...parts,
      sendEvent: createSend30(parts.speaker, v30),
      hasToAskForStatuses: true,
      wrap: (payload) => ({ payload }),
      async sendFile(chat, file, name, customId, watch) {
        try {
          const chatId = chat?.id ?? (await openChat());
          const post = () => {
            const body = new FormData();
            body.append('payload.chat_id', chatId);
            body.append('payload.custom_id', customId);
            body.append('payload.file', file, name);
            return parts.http.post('send_file', body, watch);
          };
          await post().catch(async (error: unknown) => {
            if (!chat || !isNobodyOnline(error)) throw error;
            await openChat(chatId);
            return post();
          });
          return { outcome: 'accepted', chatId, eventId: undefined };
        } catch (error) {
          return sendOutcomeOf(error);
        }
      },
    });
  };

const isNobodyOnline = (error: unknown) => error instanceof LineError && error.code === 'groups_offline';
