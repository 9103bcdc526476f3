import type { Opening } from '../chats/threads';
import { Failure } from '../failure';
import type { Fields } from '../fields';
import type { World } from '../world';
import { readEvent } from './read-event';
import { readOptionalProperties } from './read-properties';

interface Requester {
  readonly requesterId: string;
  readonly clientId?: string;
}

/** What `start_chat` and `resume_chat` have in common, on both sides. */
export function readOpening(world: World, fields: Fields, { requesterId, clientId }: Requester): Opening {
  const chat = fields.optionalObject('chat');
  const thread = chat?.optionalObject('thread');
  const groupIds = chat?.optionalObject('access')?.integers('group_ids');
  for (const id of groupIds ?? []) {
    if (!world.settings.groups.some((group) => group.id === id)) throw new Failure('group_not_found');
  }
  const author = {
    authorId: requesterId,
    textBytes: world.settings.limits.textBytes,
    ...(clientId !== undefined && { clientId }),
  };
  const chatProperties = readOptionalProperties(chat);
  const threadProperties = readOptionalProperties(thread);
  return {
    requesterId,
    isActive: fields.optionalBoolean('active') ?? true,
    isContinuous: fields.optionalBoolean('continuous'),
    ...(groupIds && groupIds.length > 0 && { groupIds }),
    ...(chatProperties && { chatProperties }),
    ...(threadProperties && { threadProperties }),
    events: (thread?.objects('events') ?? []).map((event) => readEvent(event, author)),
  };
}
