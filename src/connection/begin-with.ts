import type { Connection } from './connection';
import { LineError } from './line-error';

// Customer Chat API v3.6. Which of them says that there is no such welcome is nowhere said.
const MAY_NOT_KNOW_IT = ['validation', 'not_found'];

/**
 * Chats begin with the welcome that was shown before them, if there is one: `welcome_message_id` of `start_chat` and
 * `resume_chat`. Where the service does not know it any more, they begin without it.
 */
export function beginWith(welcomeId: () => string | undefined, request: Connection['request']): Connection['request'] {
  return async (action, payload) => {
    const isOpening = action === 'start_chat' || action === 'resume_chat';
    const id = isOpening && !('welcome_message_id' in payload) ? welcomeId() : undefined;
    if (!id) return request(action, payload);
    try {
      return await request(action, { ...payload, welcome_message_id: id });
    } catch (error) {
      if (!(error instanceof LineError) || !MAY_NOT_KNOW_IT.includes(error.code)) throw error;
      return request(action, payload);
    }
  };
}
