import type {
  Content,
  ContentItem,
  CustomId,
  EventId,
  FileEvent,
  FilledForm,
  Form,
  FormEvent,
  FormField,
  Greeting,
  GreetingContent,
  Message,
  MessageItem,
  Place,
  Properties,
  PropertyValue,
  RichButton,
  RichElement,
  RichMessage,
  ThreadId,
} from '../../src/domain';
import { mara, me, messageItem, messageOf } from './ui-session';

const THREAD = 'K600PKZON8' as ThreadId;
let last = 0;

function base(at = Date.UTC(2026, 1, 11, 9)) {
  return { id: `content-${++last}` as EventId, threadId: THREAD, place: { rank: at as Place['rank'], at } };
}

/** A row of the log, by an agent unless `isOwn`. */
export function contentItem(content: Content, given: Partial<ContentItem> = {}): ContentItem {
  return {
    kind: 'content',
    key: given.isOwn ? `own-${content.id}` : content.id,
    id: content.id,
    at: content.place.at,
    authorId: given.isOwn ? me.id : mara.id,
    isOwn: false,
    isFirstOfGroup: true,
    isLastOfGroup: true,
    isNewest: true,
    content,
    ...given,
  };
}

export function file(given: Partial<FileEvent> & { readonly name: string }, at?: number): FileEvent {
  return {
    ...base(at),
    kind: 'file',
    authorId: mara.id,
    url: `https://files.example/${given.name}`,
    contentType: 'application/pdf',
    ...given,
  };
}

export function picture(given: Partial<FileEvent> = {}, at?: number): FileEvent {
  return file({ name: 'fork.png', contentType: 'image/png', width: 1_200, height: 800, ...given }, at);
}

export function button(text: string, given: Partial<RichButton> = {}): RichButton {
  return { text, postbackId: `postback-${text}`, userIds: [], ...given };
}

export function element(given: Partial<RichElement> = {}): RichElement {
  return { buttons: [], ...given };
}

export function rich(templateId: string, elements: readonly RichElement[], at?: number): RichMessage {
  return { ...base(at), kind: 'rich-message', authorId: mara.id, templateId, elements };
}

export function field(type: string, label: string, given: Partial<FormField> = {}): FormField {
  return { id: label, type, label, isRequired: false, options: [], ...given };
}

export const options = (...labels: string[]) => labels.map((label) => ({ id: `id-${label}`, label }));

export function form(fields: readonly FormField[], given: Partial<Form> = {}, at?: number): FormEvent {
  return {
    ...base(at),
    kind: 'form',
    authorId: mara.id,
    form: { id: 'form-1', fields, ...given },
    formType: 'prechat',
  };
}

export function filledForm(fields: FilledForm['fields'], given: Partial<FilledForm> = {}, at?: number): FilledForm {
  return { ...base(at), kind: 'filled-form', authorId: me.id, formId: 'form-1', fields, ...given };
}

export function custom(content: unknown): Content {
  return { ...base(), kind: 'custom', authorId: mara.id, content };
}

export function properties(given: Readonly<Record<string, Readonly<Record<string, PropertyValue>>>>): Properties {
  return new Map(Object.entries(given).map(([name, values]) => [name, new Map(Object.entries(values))]));
}

/** A message with what the service knows of it. */
export function annotated(text: string, event: Partial<Message>, given: Partial<MessageItem> = {}): MessageItem {
  const item = messageItem({ text, ...given });
  return { ...item, event: { ...messageOf(item), ...event } };
}

export function commonmark(text: string): MessageItem {
  return annotated(text, { properties: properties({ chats: { formatting: 'commonmark' } }) });
}

export function greeting(content: GreetingContent, given: Partial<Greeting> = {}): Greeting {
  return {
    id: 7,
    uniqueId: 'Q10X2M0K7T',
    isFirstTime: true,
    isAccepted: false,
    isExitIntent: false,
    content,
    agent: mara,
    ...given,
  };
}

export const customId = (text: string) => text as CustomId;
