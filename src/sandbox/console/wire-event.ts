import type { Card, ChatEvent, EventBody } from './model';
import { type Json, readObject, readObjects, readText, readTime } from './read';

/** An event of the Agent Chat API v3.6. Nothing without an id or a time: it would have no place. */
export function readEvent(from: Json): ChatEvent | undefined {
  const id = readText(from, 'id');
  const at = readTime(from, 'created_at');
  if (!id || !at) return undefined;
  return {
    id,
    at,
    authorId: readText(from, 'author_id'),
    customId: readText(from, 'custom_id'),
    isForAgents: from['visibility'] === 'agents',
    body: from['deleted'] === true ? { kind: 'deleted' } : readBody(from),
  };
}

function readBody(from: Json): EventBody {
  const type = readText(from, 'type') ?? '';
  switch (type) {
    case 'message':
      return { kind: 'message', text: readText(from, 'text') ?? '' };
    case 'system_message':
      return { kind: 'line', text: readText(from, 'text') ?? '' };
    case 'file':
      return { kind: 'file', name: readText(from, 'name') || 'File', url: readText(from, 'url') ?? '' };
    case 'filled_form':
      return { kind: 'answers', rows: readObjects(from, 'fields').map(readAnswer) };
    case 'rich_message':
      return { kind: 'cards', cards: readObjects(from, 'elements').map(readCard) };
    default:
      return { kind: 'other', type };
  }
}

function readAnswer(field: Json): { label: string; answer: string } {
  const labels = readObjects(field, 'answers').map((choice) => readText(choice, 'label') ?? '');
  const answer = readText(field, 'answer') ?? readText(readObject(field, 'answer'), 'label') ?? labels.join(', ');
  return { label: readText(field, 'label') ?? '', answer };
}

function readCard(element: Json): Card {
  return {
    title: readText(element, 'title') ?? '',
    subtitle: readText(element, 'subtitle') ?? '',
    buttons: readObjects(element, 'buttons').map((button) => readText(button, 'text') ?? ''),
  };
}
