import type { ReadonlySignal } from '@preact/signals-core';
import type { Outcome } from './ports';
import type { ChatId, EventId, Form, Greeting, Properties, RichButton, ThreadId, UserId } from './types';

/** Somebody works on an answer and says so. v3.6 */
export interface Thinking {
  readonly key: string;
  readonly authorId: UserId;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
}

/** An answer that is still being written. v3.6 */
export interface Preview {
  /** The custom id if there is one: the event that ends it has the same. */
  readonly key: string;
  readonly authorId: UserId;
  readonly text: string;
  readonly properties?: Properties | undefined;
}

export interface Rating {
  readonly score?: 'good' | 'bad' | undefined;
  readonly comment?: string | undefined;
}

/** Who would answer a new chat. */
export interface PredictedAgent {
  readonly id: UserId;
  readonly name?: string | undefined;
  readonly avatarUrl?: string | undefined;
  readonly jobTitle?: string | undefined;
  readonly isBot: boolean;
  /** The chat would have to wait. */
  readonly isQueue: boolean;
}

/** The page's `File`, as far as models know it. `size` in bytes, `type` a media type. */
export interface OutgoingFile {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

/** Answers by field id: a text, the ids of the options chosen, or a ticked box. */
export type FormAnswers = ReadonlyMap<string, string | readonly string[] | boolean>;

/**
 * What a session knows and does besides reading and sending text. It comes after the window works; until then
 * `session.rest` is undefined.
 */
export interface SessionRest {
  readonly greeting: ReadonlySignal<Greeting | undefined>;
  readonly thinking: ReadonlySignal<readonly Thinking[]>;
  readonly previews: ReadonlySignal<readonly Preview[]>;
  readonly chatProperties: ReadonlySignal<Properties>;
  /** Of the newest thread. */
  readonly threadProperties: ReadonlySignal<Properties>;
  readonly rating: ReadonlySignal<Rating>;
  /** Where the transcript will be sent, if the customer asked for one. */
  readonly transcriptEmail: ReadonlySignal<string | undefined>;

  rate(score: Rating['score'], comment?: string): Promise<Outcome>;
  requestTranscript(email: string | undefined): Promise<Outcome>;
  /** Presses a button of a rich message: tells the postback, and says what a `message` button says. */
  press(event: { readonly id: EventId; readonly threadId: ThreadId }, button: RichButton): Promise<Outcome>;
  pressGreeting(greeting: Greeting, button: RichButton): Promise<Outcome>;
  acceptGreeting(greeting: Greeting): Promise<Outcome>;
  cancelGreeting(greeting: Greeting): Promise<Outcome>;
  /** Answers a form that stands in the chat. */
  fillForm(form: Form, formType: string | undefined, answers: FormAnswers): Promise<Outcome>;
  /** Uploads and sends. The answer comes when the service has it; `onProgress` hears parts of 1. */
  sendFile(file: OutgoingFile, onProgress?: (part: number) => void): Promise<Outcome>;
  updateCustomer(changes: {
    readonly name?: string;
    readonly email?: string;
    readonly sessionFields?: ReadonlyMap<string, string>;
  }): Promise<Outcome>;
  /** Something for the page that only it understands. Any JSON. */
  onMulticast(listener: (content: unknown, kind: string | undefined) => void): () => void;
  onCustomEvent(listener: (event: { readonly chatId: ChatId; readonly content: unknown }) => void): () => void;
}
