import { requireActive } from '../../chats/look';
import type { Fields } from '../../fields';
import type { Action } from '../../side';
import type { Visibility } from '../../store/model';
import { writeTime } from '../../time';
import type { AgentViewer } from '../../viewer';
import { readEvent } from '../read-event';
import { requirePresence, requireVisible, seenChat } from './chats';

/** What is shown for a moment and kept nowhere. */

type AgentAction = Action<AgentViewer>;

const VISIBILITIES: readonly Visibility[] = ['all', 'agents'];

/** Up to v3.3 the field was called recipients; some clients still say so. */
const readVisibility = (fields: Fields): Visibility =>
  fields.oneOf('visibility', VISIBILITIES) ?? fields.oneOf('recipients', VISIBILITIES) ?? 'all';

export const sendTypingIndicator: AgentAction = {
  run({ world, viewer, fields }) {
    const isTyping = fields.boolean('is_typing');
    const visibility = readVisibility(fields);
    const chat = seenChat(world, viewer, fields.string('chat_id'));
    const { id: threadId } = requireActive(chat);
    requirePresence(chat, viewer);
    const at = Math.floor(world.clock.now() / 1000);
    world.tell({ news: 'typing', chatId: chat.id, threadId, authorId: viewer.agentId, visibility, isTyping, at });
  },
};

export const sendThinkingIndicator: AgentAction = {
  run({ world, viewer, fields }) {
    const title = fields.optionalString('title');
    const description = fields.optionalString('description');
    const customId = fields.optionalString('custom_id');
    const visibility = readVisibility(fields);
    const chat = seenChat(world, viewer, fields.string('chat_id'));
    const { id: threadId } = requireActive(chat);
    requirePresence(chat, viewer);
    requireVisible(chat, viewer, visibility);
    world.tell({
      news: 'thinking',
      chatId: chat.id,
      threadId,
      authorId: viewer.agentId,
      visibility,
      at: writeTime(Math.floor(world.clock.now() * 1000)),
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      ...(customId !== undefined && { customId }),
    });
  },
};

export const sendEventPreview: AgentAction = {
  run({ world, viewer, fields }) {
    const { agentId } = viewer;
    const event = fields.object('event');
    const { textBytes } = world.settings.limits;
    const { type, visibility, body, customId } = readEvent(event, { authorId: agentId, textBytes });
    if (type !== 'message') event.fail('type', 'must be message');
    if (visibility !== 'all') event.fail('visibility', 'must be all');
    const chat = seenChat(world, viewer, fields.string('chat_id'));
    const { id: threadId } = requireActive(chat);
    requirePresence(chat, viewer);
    requireVisible(chat, viewer, visibility);
    world.tell({
      news: 'preview',
      chatId: chat.id,
      threadId,
      authorId: agentId,
      at: writeTime(Math.floor(world.clock.now() * 1000)),
      text: String(body['text']),
      ...(customId !== undefined && { customId }),
    });
  },
};
