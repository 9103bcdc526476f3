import type { Opening } from '../chats/threads';
import { Failure } from '../failure';
import type { Fields } from '../fields';
import type { World } from '../world';
import { type ReadBody, readEvent } from './read-event';
import { readOptionalProperties } from './read-properties';

interface Requester {
  readonly requesterId: string;
  readonly clientId?: string;
  readonly bodies?: ReadonlyMap<string, ReadBody>;
  /** Who may have written what comes along, besides the requester. */
  readonly authorIds?: readonly string[];
}

/** What `start_chat` and `resume_chat` have in common, on both sides. */
export function readOpening(world: World, fields: Fields, requester: Requester): Opening {
  const { requesterId, clientId, bodies, authorIds = [] } = requester;
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
    ...(bodies && { bodies }),
  };
  const authorOf = (event: Fields) => {
    const authorId = event.optionalString('author_id') ?? requesterId;
    return authorIds.includes(authorId) ? { authorId } : {};
  };
  const chatProperties = readOptionalProperties(chat);
  const tags = thread?.strings('tags');
  const threadProperties = readOptionalProperties(thread);
  return {
    requesterId,
    isActive: fields.optionalBoolean('active') ?? true,
    isContinuous: fields.optionalBoolean('continuous'),
    ...(groupIds && groupIds.length > 0 && { groupIds }),
    ...(chatProperties && { chatProperties }),
    ...(threadProperties && { threadProperties }),
    ...(tags && { tags }),
    events: (thread?.objects('events') ?? []).map((event) => readEvent(event, { ...author, ...authorOf(event) })),
  };
}
