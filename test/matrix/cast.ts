import type { Json, Person } from './person';

export type Version = '3.0' | '3.6';
export const versions: readonly Version[] = ['3.0', '3.6'];

/** A chat that has begun: Ines has asked something, Mara is in it and has answered, Theo is there and is not in it. */
export interface Cast {
  readonly version: Version;
  /** Her own connection, or that of the widget that she uses: then it only hears. */
  readonly ines: Person;
  readonly mara: Person;
  readonly theo: Person;
  readonly chatId: string;
  readonly threadId: string;
  readonly customerId: string;
  /** What Ines said first. */
  readonly questionId: string;
  /** What Mara answered. */
  readonly answerId: string;
  /** When she did: v3.6 writes times with microseconds, v3.0 in seconds. */
  readonly answeredAt: string | number;
  /** Ines presses a button. */
  presses(eventId: string, postbackId: string): Promise<void>;
  /** Things that no API can do. */
  control(name: string, payload: object): Promise<Json>;
  /** In v3.0 one call does it, today a file is uploaded and then sent. */
  sendFile(by: 'ines' | 'mara', file: FileToSend): Promise<void>;
  /** Another customer's connection, from opening the site on. */
  visitorComes(): Promise<Visitor>;
}

export interface FileToSend {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Visitor {
  readonly customerId: string;
  readonly person: Person;
  leaves(): Promise<void>;
}

/** The same thing in the words of each version. */
export function inWords<T>(cast: { readonly version: Version }, of2019: T, ofToday: T): T {
  return cast.version === '3.0' ? of2019 : ofToday;
}

export const QUESTION = 'Is the blue one in stock?';
export const ANSWER = 'It is, in all sizes.';

export const inThread = ({ chatId, threadId }: Cast) => ({ chat_id: chatId, thread_id: threadId });
export const asId = (cast: Cast) => inWords(cast, { chat_id: cast.chatId }, { id: cast.chatId });
/** Who may see it. */
export const forAll = (cast: { readonly version: Version }) =>
  inWords<object>(cast, { recipients: 'all' }, { visibility: 'all' });
export const onlyAgents = (cast: { readonly version: Version }) =>
  inWords<object>(cast, { recipients: 'agents' }, { visibility: 'agents' });
