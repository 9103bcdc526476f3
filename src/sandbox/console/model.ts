/** What the console knows of chats, in its own words. */

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly token: string;
}

export type EventBody =
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly url: string }
  | { readonly kind: 'answers'; readonly rows: readonly { readonly label: string; readonly answer: string }[] }
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'other'; readonly type: string };

export interface Card {
  readonly title: string;
  readonly subtitle: string;
  readonly buttons: readonly string[];
}

export interface ChatEvent {
  readonly id: string;
  readonly at: string;
  readonly authorId: string | undefined;
  readonly customId: string | undefined;
  readonly isForAgents: boolean;
  readonly body: EventBody;
}

export interface Thread {
  readonly id: string;
  readonly at: string;
  readonly events: readonly ChatEvent[];
}

export interface Page {
  readonly url: string;
  readonly title: string;
  readonly at: string;
}

export interface Customer {
  readonly email: string | undefined;
  readonly sessionFields: readonly (readonly [name: string, value: string])[];
  readonly visitAt: string;
  readonly referrer: string | undefined;
  readonly place: string | undefined;
  readonly userAgent: string | undefined;
  readonly page: Page | undefined;
  readonly visits: number | undefined;
}

export interface User {
  readonly id: string;
  readonly isAgent: boolean;
  readonly name: string | undefined;
  /** A supervisor sees the chat and is not seen by the customer. */
  readonly isVisible: boolean;
  readonly isPresent: boolean;
  readonly seenUpTo: string;
  readonly customer: Customer | undefined;
}

export interface Chat {
  readonly id: string;
  readonly users: readonly User[];
  /** Oldest first. What came live before the history was asked for is here too, so it can have holes until then. */
  readonly threads: readonly Thread[];
  /** When the last thread began. */
  readonly at: string;
  readonly isActive: boolean;
  readonly isFollowed: boolean;
  readonly queuePosition: number | undefined;
  /** For the list: the newest thing that is worth a preview, and when the customer last wrote. */
  readonly latest: ChatEvent | undefined;
  readonly customerWroteAt: string;
  readonly history: History;
}

export type History =
  | { readonly state: 'not-read' }
  | { readonly state: 'read'; readonly olderPageId: string | undefined };

export type Standing = 'queued' | 'unassigned' | 'active' | 'ended';

export function standingOf(chat: Chat): Standing {
  if (!chat.isActive) return 'ended';
  if (chat.users.some((user) => user.isAgent && user.isPresent && user.isVisible)) return 'active';
  return chat.queuePosition === undefined ? 'unassigned' : 'queued';
}

export function customerOf(chat: Chat): User | undefined {
  return chat.users.find((user) => !user.isAgent);
}

export function isMember(chat: Chat, userId: string): boolean {
  return chat.users.some((user) => user.id === userId && user.isPresent);
}

/** Half of all visitors have no name. A few letters of the id tell them apart. */
export function customerName(customer: User | undefined): string {
  return customer?.name || `Visitor ${(customer?.id ?? '').slice(0, 4).toUpperCase()}`.trim();
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
    case 'cards':
      return body.cards[0]?.title || 'Card';
    case 'deleted':
      return 'Message deleted';
    case 'other':
      return '';
  }
}
