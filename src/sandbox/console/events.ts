import type { Properties } from './properties';

/** What is in a thread, in the console's own words. */

export interface ChatEvent {
  readonly id: string;
  readonly at: string;
  readonly authorId: string | undefined;
  readonly customId: string | undefined;
  readonly isForAgents: boolean;
  readonly isEdited: boolean;
  readonly properties: Properties;
  readonly body: EventBody;
}

export type EventBody =
  | { readonly kind: 'message'; readonly text: string; readonly answersEventId: string | undefined }
  | { readonly kind: 'line'; readonly text: string }
  | ({ readonly kind: 'file' } & FileBody)
  | { readonly kind: 'answers'; readonly formType: string; readonly rows: readonly Answer[] }
  | { readonly kind: 'questions'; readonly formType: string; readonly rows: readonly Question[] }
  | { readonly kind: 'cards'; readonly template: string; readonly cards: readonly Card[] }
  | { readonly kind: 'raw'; readonly title: string; readonly text: string; readonly json: string }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'other'; readonly type: string };

export interface FileBody {
  readonly name: string;
  readonly url: string;
  readonly size: number | undefined;
  readonly contentType: string;
  /** The picture itself, or a small one of it; empty for other files. */
  readonly preview: string;
  readonly alt: string;
}

export interface Answer {
  readonly label: string;
  readonly answer: string;
}

export interface Question {
  readonly label: string;
  readonly isRequired: boolean;
  readonly options: readonly string[];
}

export interface Card {
  readonly title: string;
  readonly subtitle: string;
  readonly picture: string;
  readonly choices: readonly string[];
  readonly buttons: readonly CardButton[];
}

export interface CardButton {
  readonly text: string;
  readonly type: string;
  readonly value: string;
  readonly postbackId: string;
  readonly userIds: readonly string[];
}

export function previewOf({ body }: ChatEvent): string {
  switch (body.kind) {
    case 'message':
    case 'line':
      return body.text;
    case 'file':
      return `File: ${body.name}`;
    case 'answers':
      return 'Filled in a form';
    case 'questions':
      return 'Form';
    case 'cards':
      return body.cards[0]?.title || WORDS.get(body.template) || 'Card';
    case 'raw':
      return body.text || body.title;
    case 'deleted':
      return 'Message deleted';
    case 'other':
      return '';
  }
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['quick_replies', 'Quick replies'],
  ['sticker', 'Sticker'],
  ['ecommerce', 'Product'],
]);

/** Deleted: its place and its author stay, what it said does not. */
export function deleted(event: ChatEvent): ChatEvent {
  return { ...event, properties: new Map(), body: { kind: 'deleted' } };
}

/** Somebody clicked, or took it back: every button with this name has them, or has them not. */
export function clicked(event: ChatEvent, postbackId: string, userId: string, isOn: boolean): ChatEvent {
  if (event.body.kind !== 'cards') return event;
  const click = (button: CardButton): CardButton => {
    if (button.postbackId !== postbackId) return button;
    const others = button.userIds.filter((id) => id !== userId);
    return { ...button, userIds: isOn ? [...others, userId] : others };
  };
  const cards = event.body.cards.map((card) => ({ ...card, buttons: card.buttons.map(click) }));
  return { ...event, body: { ...event.body, cards } };
}
