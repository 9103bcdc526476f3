import type { EventDraft } from '../chats/events';
import type { Fields } from '../fields';
import { fileBody, keepFile, lookUpFile } from '../files/look-up';
import type { World } from '../world';

/** A file that was uploaded with this request, as the event that it becomes. Part of a turn. */
export function readFileEvent(world: World, fields: Fields, authorId: string): EventDraft {
  const customId = fields.optionalString('custom_id');
  const file = lookUpFile(world, fields.string('url')) ?? fields.fail('file', 'is required');
  keepFile(world, file);
  return {
    type: 'file',
    authorId,
    ...(customId !== undefined && { customId }),
    visibility: 'all',
    body: fileBody(file),
  };
}
