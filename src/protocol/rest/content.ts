import type { ChatEvent, EventBase, EventId, Message, ThreadId, UserId } from '../../domain';
import type { Reader } from '../reader';
import { readFilledFields, readForm } from './form';
import { copyJson } from './json';
import { mayProperties } from './properties';
import { readElements, sizeOf } from './rich-message';
import { mayCut, mayId, mayNumber, mayUrl, mayWhole, TEXT } from './values';

type ReadKind = (from: Reader, base: EventBase, mostButtons: number) => ChatEvent;

const authorOf = (from: Reader) => ({ authorId: from.id<UserId>('author_id') });

/** The kinds of events that the core calls unknown. Event, Customer Chat API v3.6 and v3.0. */
const kinds = new Map<string, ReadKind>([
  [
    'file',
    (from, base) => ({
      ...base,
      ...authorOf(from),
      kind: 'file',
      url: mayUrl(from, 'url') ?? from.fail('url', 'address'),
      name: mayCut(from, 'name') ?? from.fail('name', 'string'),
      contentType: mayCut(from, 'content_type') ?? 'application/octet-stream',
      size: mayNumber(from, 'size'),
      ...sizeOf(from),
      thumbnailUrl: mayUrl(from, 'thumbnail_url'),
      thumbnail2xUrl: mayUrl(from, 'thumbnail2x_url'),
      alternativeText: mayCut(from, 'alternative_text'),
    }),
  ],
  [
    'rich_message',
    (from, base, mostButtons) => ({
      ...base,
      ...authorOf(from),
      kind: 'rich-message',
      templateId: from.id('template_id'),
      elements: readElements(from, mostButtons),
    }),
  ],
  [
    'form',
    (from, base) => ({
      ...base,
      kind: 'form',
      authorId: mayId<UserId>(from, 'author_id'),
      form: readForm(from, 'form_id'),
      formType: formTypeOf(from, base),
    }),
  ],
  [
    'filled_form',
    (from, base) => ({
      ...base,
      ...authorOf(from),
      kind: 'filled-form',
      formId: from.id('form_id'),
      formType: formTypeOf(from, base),
      fields: readFilledFields(from),
    }),
  ],
  [
    'custom',
    (from, base) => ({
      ...base,
      kind: 'custom',
      authorId: mayId<UserId>(from, 'author_id'),
      content: copyJson(from.any('content') ?? null),
    }),
  ],
  [
    'system',
    (from, base) => ({
      ...base,
      kind: 'platform',
      source: from.id('source'),
      subtype: from.id('subtype'),
      version: mayWhole(from, 'version') ?? 1,
      details: mayCut(from, 'details', TEXT) ?? '',
    }),
  ],
]);

/** v3.0 has it among the properties. */
function formTypeOf(from: Reader, base: EventBase): string | undefined {
  const told = from.any('form_type') ?? base.properties?.get('lc2')?.get('form_type');
  return typeof told === 'string' && told ? told.slice(0, 100) : undefined;
}

/** An event of any kind, whole. `read` is what the core made of it. */
export function readWhole(from: Reader, read: ChatEvent, mostButtons: number): ChatEvent {
  const { id, threadId, customId, place } = read;
  const base: EventBase = { id, threadId, customId, place, properties: mayProperties(from) };
  if (read.kind === 'message') return { ...read, ...withPostback(from), properties: base.properties };
  // What is still unknown, and annotations of v3.0 among it, keeps its place and shows nothing.
  if (read.kind === 'unknown') return kinds.get(read.wireType)?.(from, base, mostButtons) ?? read;
  return read;
}

function withPostback(from: Reader): Pick<Message, 'postback'> {
  const postback = from.mayObject('postback');
  const [id, threadId] = [mayId<string>(postback, 'id'), mayId<ThreadId>(postback, 'thread_id')];
  const eventId = mayId<EventId>(postback, 'event_id');
  if (!id || !threadId || !eventId) return {};
  return { postback: { id, threadId, eventId, type: mayCut(postback, 'type'), value: mayCut(postback, 'value') } };
}
