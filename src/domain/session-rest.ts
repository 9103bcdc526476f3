import type { ReadonlySignal } from '@preact/signals-core';
import type { Outcome, Store } from './ports';
import type { Deed } from './rest/deeds';
import type { FormDrafts } from './rest/form-drafts';
import type {
  ChatId,
  CustomEvent,
  EventId,
  Form,
  Greeting,
  GroupId,
  GroupStatus,
  Message,
  Postback,
  Properties,
  RichButton,
  RichMessage,
  ThreadId,
  UserId,
} from './types';

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

/** What of a product was chosen when its button was pressed. v3.6 */
export interface Goods {
  readonly productId: string;
  readonly optionId?: string | undefined;
  readonly quantity?: number | undefined;
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
  /** Only its name is left: it was chosen in a page that is gone, and has to be chosen again. */
  readonly isGone?: boolean;
}

/** The page's `AbortSignal`, as far as models know it. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Answers by field id: a text, the ids of the options chosen, or a ticked box. */
export type FormAnswers = ReadonlyMap<string, string | readonly string[] | boolean>;

/** How the account and the page want chats to be. */
export interface ChatRules {
  /** Numbers of payment cards do not leave the browser. Default: they do. */
  readonly masksCards: boolean;
  /** Also who answers a greeting is asked what the form before a chat asks. Default: yes. */
  readonly asksAfterGreeting: boolean;
  /** Nobody is greeted while nobody is there. Default: they are. */
  readonly hidesGreetingsOffline: boolean;
  /** The form before a chat is left out where all that it requires is known. Default: it is not. */
  readonly skipsKnownForm: boolean;
  /** Agents see what is being typed. Default: they do. */
  readonly peeks: boolean;
  /** The visitor is told so. Default: no. */
  readonly tellsOfPeeks: boolean;
  /** What a visitor is told before they write, confirmed once for each text. Absent: nothing. */
  readonly privacyText?: string | undefined;
  /** What asks a bot for a person. `true`: in the visitor's language. Absent: nobody is offered one. */
  readonly person?: string | true | undefined;
  /** What the page said of the customer, and only the page may change. */
  readonly locked: readonly ('name' | 'email')[];
  /** After so many minutes without an answer an address is asked for. */
  readonly askEmailAfterMin?: number | undefined;
  /** When somebody will be there again, in ms since 1970. */
  readonly backAt?: number | undefined;
  /** Origins whose pages in the window may become this customer elsewhere. Default: none. */
  readonly identityOrigins: readonly string[];
  /** What an opened window shows first. Absent: the conversation. */
  readonly home?: Home | undefined;
  /** The menu offers to erase what is known of the customer. Absent: it does not. */
  readonly offersErasure?: boolean;
  /** What a window shows that is opened for the first time, if there is a home view. Absent: by what one has left. */
  readonly firstView?: 'home' | 'chat' | undefined;
  /** The menu offers the chat in a window of its own. Absent: it does not. */
  readonly hasOwnWindow?: boolean;
  /** The menu offers notifications of the browser. Absent: it does not. */
  readonly notifies?: boolean;
  /** The customer's photo stands beside their messages. Absent: it does not. */
  readonly showsOwnPhoto?: boolean;
  /** All of it as the page said it, to be said in that other window too. */
  readonly said?: unknown;
}

/** Ways from where one is, besides that into the conversation. */
export interface Home {
  readonly links: readonly HomeLink[];
}

export interface HomeLink {
  readonly text: string;
  /** As the page gave it: it has not been looked at. */
  readonly url: string;
  /** Opened in the window. Otherwise in a new tab. */
  readonly isMoment: boolean;
}

/** Whoever has the token can become this customer, once or until `lifeMs` have passed. It is kept nowhere. */
export interface IdentityTransfer {
  readonly token: string;
  /** In milliseconds. */
  readonly lifeMs: number;
}

/** `refused` with the ids of the fields that are to blame, where the service said which. */
export type FillOutcome = Outcome | { readonly refused: readonly string[] };

/** A form that stands before a chat, after it, or in its place while nobody is there. */
export interface FormAround {
  readonly kind: 'prechat' | 'postchat' | 'ticket';
  readonly form: Form;
  /** Who asks. */
  readonly groupId: GroupId;
}

/**
 * What a session knows and does besides reading and sending text. It comes after the window works; until then
 * `session.rest` is undefined.
 */
export interface SessionRest {
  readonly greeting: ReadonlySignal<Greeting | undefined>;
  /** Stands in the log before the chat exists, and is no event yet: its thread is empty, and it is not in the chat. v3.6 */
  readonly welcome: ReadonlySignal<Message | RichMessage | undefined>;
  /** There may be one in a moment. */
  readonly isWelcomeAwaited: ReadonlySignal<boolean>;
  /** The visitor is at the browser window. What comes while they are elsewhere is unread, also where it can be seen. */
  readonly isPageFocused: ReadonlySignal<boolean>;
  /** No sound, please. Kept on this device, for all its tabs. */
  readonly isMuted: ReadonlySignal<boolean>;
  mute(isMuted: boolean): void;
  readonly thinking: ReadonlySignal<readonly Thinking[]>;
  readonly previews: ReadonlySignal<readonly Preview[]>;
  readonly chatProperties: ReadonlySignal<Properties>;
  /** Of the newest thread. */
  readonly threadProperties: ReadonlySignal<Properties>;
  readonly rating: ReadonlySignal<Rating>;
  /** Where the transcript will be sent, if the customer asked for one. */
  readonly transcriptEmail: ReadonlySignal<string | undefined>;
  readonly formAround: ReadonlySignal<FormAround | undefined>;
  /** Texts wait until the form before the chat is filled in. */
  readonly isHeld: ReadonlySignal<boolean>;
  /** More was said at once than is sent at once: it waits its turn, and all of it is sent. */
  readonly isRushed: ReadonlySignal<boolean>;
  /** There is something that somebody who writes may want to know: by the rules, or because of a rush. */
  readonly tellsWriter: ReadonlySignal<boolean>;
  /** What waits to be sent would be lost with this page: the browser does not keep it. True once in a page view. */
  readonly isAtRisk: ReadonlySignal<boolean>;
  /** A text in as many messages as it takes. */
  readonly partsOf: (text: string) => readonly string[];
  readonly groupStatuses: ReadonlySignal<ReadonlyMap<GroupId, GroupStatus>>;
  readonly rules: ReadonlySignal<ChatRules>;
  /** Nobody has answered for longer than the rules want anybody to wait. */
  readonly isUnanswered: ReadonlySignal<boolean>;
  readonly formDrafts: FormDrafts;
  /** Where the chat service is. What it keeps lies there too, if it has no place of its own for files. */
  readonly serviceOrigin: string;
  readonly account: { readonly licenseId?: string | undefined; readonly groupId: GroupId };
  /** Small things that the window remembers on this device. */
  readonly memory: Store;

  rate(score: Rating['score'], comment?: string): Promise<Outcome>;
  requestTranscript(email: string | undefined): Promise<Outcome>;
  /** Presses a button of a rich message: tells the postback, and says what a `message` button says. */
  press(
    event: { readonly id: EventId; readonly threadId: ThreadId },
    button: RichButton,
    goods?: Goods,
  ): Promise<Outcome>;
  /** As a page that was opened by the event says, whether or not there is a button with that id. */
  sendPostback(
    event: { readonly id: EventId; readonly threadId: ThreadId },
    postback: Pick<Postback, 'id' | 'type'> & { readonly goods?: Goods | undefined },
    isToggled: boolean,
  ): Promise<Outcome>;
  /** Once, and not again: nothing is kept of it. Refused where there is no chat. */
  sendSystemMessage(type: string, text: string, recipients: 'all' | 'agents'): Promise<Outcome>;
  pressGreeting(greeting: Greeting, button: RichButton): Promise<Outcome>;
  acceptGreeting(greeting: Greeting): Promise<Outcome>;
  cancelGreeting(greeting: Greeting): Promise<Outcome>;
  /** Answers a form that stands in the chat. */
  fillForm(form: Form, formType: string | undefined, answers: FormAnswers): Promise<FillOutcome>;
  /** Answers the form around the chat; the one before it begins it. */
  fillFormAround(around: FormAround, answers: FormAnswers): Promise<FillOutcome>;
  /** Not now. It comes back with the page. */
  putOffForm(): void;
  /** Whose offline form is shown, if nobody is there; undefined: of the group of this page. */
  chooseGroup(groupId: GroupId | undefined): void;
  /** Shows the offline form although somebody is there: the line is too long. */
  leaveMessage(): void;
  /** Keeps the statuses of these groups up to date, until what it answers is called. */
  watchGroups(groupIds: readonly GroupId[]): () => void;
  /** Nobody is there: answers go to this address. */
  followUpByEmail(email: string): Promise<Outcome>;
  /**
   * Uploads and sends. The answer comes when the service has it; `onProgress` hears parts of 1. Who sends the same file
   * again after `failed` goes on with it: it cannot arrive twice.
   */
  sendFile(file: OutgoingFile, onProgress?: (part: number) => void, cancel?: CancelSignal): Promise<Outcome>;
  /**
   * Says which files are on their way, all of them. They outlive the page: up to 2 MB each with what is in them, larger ones
   * by name. Whoever is not among them any more is forgotten. Without storage and locks nothing is kept.
   */
  keepFiles(files: readonly OutgoingFile[]): void;
  /** Files of this customer that a page which is gone has left. They are to be sent like others, and arrive once. */
  readonly leftFiles: ReadonlySignal<readonly OutgoingFile[]>;
  /** Who would answer a new chat. Undefined: nobody, or it cannot be had. */
  predictAgent(): Promise<PredictedAgent | undefined>;
  updateCustomer(changes: {
    readonly name?: string;
    readonly email?: string;
    readonly sessionFields?: ReadonlyMap<string, string>;
  }): Promise<Outcome>;
  /** Forgets the customer here, once the service was asked to do the same. Absent where nothing is kept. */
  readonly eraseCustomer?: (() => Promise<Outcome>) | undefined;
  /** Undefined: refused, or not to be had. Absent where the service does not know the customer by a cookie of its own. */
  readonly transferIdentity?: (() => Promise<IdentityTransfer | undefined>) | undefined;
  /**
   * The way into a window of its own, to be gone with a press: it answers whether the browser let it be opened. Undefined: it
   * would not be the same chat. Absent where there are no windows.
   */
  readonly prepareWindow?: (() => Promise<(() => boolean) | undefined>) | undefined;
  /** Something for the page that only it understands. Any JSON. */
  onMulticast(listener: (content: unknown, kind: string | undefined) => void): () => void;
  /** Oldest first. */
  readonly customEvents: ReadonlySignal<readonly CustomEvent[]>;
  onCustomEvent(listener: (event: { readonly chatId: ChatId; readonly content: unknown }) => void): () => void;
  /** What the page around may want to count. */
  onDeed(listener: (deed: Deed) => void): () => void;
}
