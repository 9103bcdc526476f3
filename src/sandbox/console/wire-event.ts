import type { Answer, ChatEvent, EventBody, FileBody, Question } from './events';
import { readProperties } from './properties';
import { type Json, readNumber, readObject, readObjects, readText, readTime } from './read';
import { readCard } from './wire-card';

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
    isEdited: false,
    properties: readProperties(from),
    body: from['deleted'] === true ? { kind: 'deleted' } : readBody(from),
  };
}

function readBody(from: Json): EventBody {
  const type = readText(from, 'type') ?? '';
  const formType = readText(from, 'form_type') ?? '';
  switch (type) {
    case 'message': {
      const answersEventId = readText(readObject(from, 'postback'), 'event_id');
      return { kind: 'message', text: readText(from, 'text') ?? '', answersEventId };
    }
    case 'system_message':
      return { kind: 'line', text: readText(from, 'text') || (readText(from, 'system_message_type') ?? '') };
    case 'file':
      return { kind: 'file', ...readFile(from) };
    case 'filled_form':
      return { kind: 'answers', formType, rows: readObjects(from, 'fields').map(readAnswer) };
    case 'form':
      return { kind: 'questions', formType, rows: readObjects(from, 'fields').map(readQuestion) };
    case 'rich_message': {
      const template = readText(from, 'template_id') ?? '';
      return { kind: 'cards', template, cards: readObjects(from, 'elements').map(readCard) };
    }
    case 'custom':
      return { kind: 'raw', title: 'Custom event', text: '', json: pretty(from['content']) };
    case 'system':
      return readSystem(from);
    default:
      return { kind: 'other', type };
  }
}

const PICTURES = /^image\/(?:png|jpeg|gif|webp)$/;

function readFile(from: Json): FileBody {
  const url = readText(from, 'url') ?? '';
  const contentType = readText(from, 'content_type') ?? '';
  return {
    name: readText(from, 'name') || 'File',
    url,
    size: readNumber(from, 'size'),
    contentType,
    preview: PICTURES.test(contentType) ? readText(from, 'thumbnail_url') || url : '',
    alt: readText(from, 'alternative_text') ?? '',
  };
}

function readAnswer(field: Json): Answer {
  const labels = readObjects(field, 'answers').map((choice) => readText(choice, 'label') ?? '');
  const yesOrNo = field['answer'] === true ? 'Yes' : field['answer'] === false ? 'No' : undefined;
  const answer = readText(field, 'answer') ?? readText(readObject(field, 'answer'), 'label') ?? yesOrNo;
  return { label: readText(field, 'label') ?? '', answer: answer ?? labels.join(', ') };
}

function readQuestion(field: Json): Question {
  return {
    label: readText(field, 'label') ?? '',
    isRequired: field['required'] === true,
    options: readObjects(field, 'options').map((option) => readText(option, 'label') ?? ''),
  };
}

/** `details` is a text of JSON; a summary says something in it that can be read. */
function readSystem(from: Json): EventBody {
  const details = parse(readText(from, 'details') ?? '');
  const text = readText(readObject(details, 'summary'), 'text') ?? readText(details, 'text') ?? '';
  const title = [readText(from, 'source'), readText(from, 'subtype')].filter(Boolean).join(' / ');
  return { kind: 'raw', title: `System event: ${title}`, text, json: pretty(details) };
}

function parse(text: string): Json {
  try {
    return { ...(JSON.parse(text) as Json) };
  } catch {
    return text ? { text } : {};
  }
}

function pretty(value: unknown): string {
  return JSON.stringify(value ?? {}, undefined, 2);
}
