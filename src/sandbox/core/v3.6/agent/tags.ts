import { findThread } from '../../chats/look';
import type { Action } from '../../side';
import type { AgentViewer } from '../../viewer';
import { seenChat } from './chats';

export const tagThread = tagging(true);
export const untagThread = tagging(false);

function tagging(isSet: boolean): Action<AgentViewer> {
  return {
    answer: 'tag-set',
    run({ world, viewer, fields }) {
      const tag = fields.string('tag');
      const chat = seenChat(world, viewer, fields.string('chat_id'));
      const thread = findThread(chat, fields.string('thread_id'));
      if (thread.tags.has(tag) === isSet) return;
      world.commit({ fact: 'tag-set', chatId: chat.id, threadId: thread.id, tag, isSet });
      world.tell({ news: 'tag-set', chatId: chat.id, threadId: thread.id, tag, isSet });
    },
  };
}
