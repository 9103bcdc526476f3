import type { Action } from '../../side';
import { seenChat } from '../../v3.6/agent/chats';
import type { AgentViewer } from '../../viewer';
import { readFileEvent } from '../send-file';
import { EVENT_ANSWERS, readManner, writeEvent } from '../write-event';
import { announce } from './events';

/** Sends what came with the request: `url` is where it was put. */
export const sendFile: Action<AgentViewer> = {
  isOverHttpOnly: true,
  answer: EVENT_ANSWERS,
  run({ world, viewer, fields }) {
    const { agentId } = viewer;
    const chat = seenChat(world, viewer, fields.string('chat_id'));
    const manner = readManner(fields);
    const draft = readFileEvent(world, fields, agentId);
    announce(world, chat, agentId);
    writeEvent(world, chat, manner, draft, { requesterId: agentId });
  },
};
