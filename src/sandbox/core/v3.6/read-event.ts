import type { EventDraft } from '../chats/events';
import { type Fields, isObject } from '../fields';
import type { Visibility } from '../store/model';
import { utf8Length } from '../text';
import { readOptionalProperties } from './read-properties';

type Body = EventDraft['body'];
export type ReadBody = (event: Fields, limits: { readonly textBytes: number }) => Body;

const VISIBILITIES: readonly Visibility[] = ['all', 'agents'];
const ELEMENTS = 10;
const BUTTONS = 13;

/** One reader for each kind of event that may be sent. */
export const eventBodies: ReadonlyMap<string, ReadBody> = new Map<string, ReadBody>([
  ['message', readMessage],
  ['custom', (event) => optional(event, 'content', isObject(event.value['content']) || !event.has('content'))],
  ['system_message', readSystemMessage],
  ['filled_form', (event) => readForm(event, readAnswer)],
  ['form', (event) => readForm(event, readQuestion)],
  ['rich_message', readRichMessage],
  ['file', (event) => event.fail('url', 'must come from upload_file')],
]);

interface Author {
  readonly authorId: string;
  readonly clientId?: string;
  readonly textBytes: number;
  /** The kinds that another version knows. */
  readonly bodies?: ReadonlyMap<string, ReadBody>;
}

export function readEvent(event: Fields, { authorId, clientId, textBytes, bodies = eventBodies }: Author): EventDraft {
  const type = event.string('type');
  const readBody = bodies.get(type) ?? event.fail('type', 'is not a kind of event that can be sent');
  const customId = event.optionalString('custom_id');
  // Two names of one field: the Agent API calls it visibility, the Customer API recipients.
  const visibility = event.oneOf('visibility', VISIBILITIES) ?? event.oneOf('recipients', VISIBILITIES) ?? 'all';
  const own = readOptionalProperties(event);
  const properties = clientId === undefined ? own : { ...own, source: { ...own?.['source'], client_id: clientId } };
  return {
    type,
    ...(customId !== undefined && { customId }),
    ...(type !== 'system_message' && { authorId }),
    visibility,
    body: readBody(event, { textBytes }),
    ...(properties && { properties }),
  };
}

function readMessage(event: Fields, { textBytes }: { readonly textBytes: number }): Body {
  const text = event.string('text');
  if (text === '') event.fail('text', 'must not be empty');
  if (utf8Length(text) > textBytes) event.fail('text', `must not be longer than ${textBytes} bytes`);
  const postback = event.optionalObject('postback');
  if (!postback) return { text };
  for (const name of ['id', 'thread_id', 'event_id']) postback.string(name);
  const [type, value] = [postback.optionalString('type'), postback.optionalString('value')];
  if ((type === undefined) !== (value === undefined)) postback.fail('value', 'and type go together');
  return { text, postback: postback.value };
}

function readSystemMessage(event: Fields): Body {
  const variables = event.optionalObject('text_vars');
  for (const name of Object.keys(variables?.value ?? {})) variables?.string(name);
  return {
    system_message_type: event.string('system_message_type'),
    ...pick('text', event.optionalString('text')),
    ...pick('text_vars', variables?.value),
  };
}

function readForm(event: Fields, readField: (field: Fields) => void): Body {
  const form_id = event.string('form_id');
  event.list('fields');
  const fields = event.objects('fields');
  fields.forEach(readField);
  return { form_id, ...pick('form_type', event.optionalString('form_type')), fields: fields.map(({ value }) => value) };
}

function readQuestion(field: Fields): void {
  field.string('type');
  field.string('label');
  field.optionalBoolean('required');
  for (const option of field.objects('options')) option.string('label');
}

/** An answer is a text, one choice, or several choices under another name. None at all is an empty field. */
function readAnswer(field: Fields): void {
  const type = field.string('type');
  field.string('id');
  field.string('label');
  switch (type) {
    case 'radio':
    case 'select':
      field.optionalObject('answer')?.string('label');
      return;
    case 'group_chooser':
      field.optionalObject('answer')?.integer('group_id');
      return;
    case 'checkbox':
      for (const answer of field.objects('answers')) answer.string('label');
      return;
    case 'checkbox_for_email':
      field.optionalBoolean('answer');
      return;
    default:
      field.optionalString('answer');
  }
}

function readRichMessage(event: Fields): Body {
  const template_id = event.string('template_id');
  const elements = event.objects('elements');
  if (elements.length > ELEMENTS) event.fail('elements', `must not be more than ${ELEMENTS}`);
  for (const element of elements) {
    element.optionalString('title');
    element.optionalString('subtitle');
    element.optionalObject('image')?.string('url');
    const buttons = element.objects('buttons');
    if (buttons.length > BUTTONS) element.fail('buttons', `must not be more than ${BUTTONS}`);
    for (const button of buttons) {
      button.string('text');
      button.string('postback_id');
      button.strings('user_ids');
      if (button.optionalString('type') === 'webview') button.string('webview_height');
    }
  }
  return { template_id, ...(event.has('elements') && { elements: elements.map(({ value }) => value) }) };
}

function optional(event: Fields, name: string, isRight: boolean): Body {
  return isRight ? pick(name, event.value[name]) : event.fail(name, 'must be an object');
}

const pick = (name: string, value: unknown): Body => (value === undefined ? {} : { [name]: value });
