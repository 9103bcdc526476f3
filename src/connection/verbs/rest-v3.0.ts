import type { ChatId, GatewayRest } from '../../domain';
import type { V30 } from '../../protocol';
import { sendOutcomeOf } from '../outcome';
import { createRestVerbs } from './rest';
import type { RestParts } from './rest-v3.6';
import { createSend30 } from './v3.0';

/** The rest of v3.0: an upload says what it says by itself, in a chat that has to be there. */
export const createRestVerbs30 =
  (v30: V30) =>
  (parts: RestParts): GatewayRest => {
    const { ask } = parts.speaker;

    async function startChat(): Promise<ChatId> {
      const { payload } = await ask('startChat', { chat: {} });
      return v30.readSentIds30(payload, '').chatId as ChatId;
    }

    return createRestVerbs({
      ...parts,
      sendEvent: createSend30(parts.speaker, v30),
      hasToAskForStatuses: true,
      wrap: (payload) => ({ payload }),
      async sendFile(chat, file, name, customId, watch) {
        try {
          const chatId = chat?.id ?? (await startChat());
          const body = new FormData();
          body.append('payload.chat_id', chatId);
          body.append('payload.custom_id', customId);
          body.append('payload.file', file, name);
          await parts.http.post('send_file', body, watch);
          return { outcome: 'accepted', chatId, eventId: undefined };
        } catch (error) {
          return sendOutcomeOf(error);
        }
      },
    });
  };
