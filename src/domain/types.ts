declare const brand: unique symbol;
type Branded<T, B extends string> = T & { readonly [brand]: B };

export type ChatId = Branded<string, 'ChatId'>;
export type ThreadId = Branded<string, 'ThreadId'>;
export type EventId = Branded<string, 'EventId'>;
/** Chosen by us for each event we send, and echoed by the server. */
export type CustomId = Branded<string, 'CustomId'>;
export type UserId = Branded<string, 'UserId'>;
export type GroupId = Branded<number, 'GroupId'>;

/**
 * Sorts events within a chat. Opaque: a dialect may count, or have a time with microseconds, which a Date would cut to
 * milliseconds, and the order with it. Ranks of one dialect compare with `<`.
 */
export type Rank = Branded<string, 'Rank'> | Branded<number, 'Rank'>;

/** Where something stands: `rank` for the order, `at` (milliseconds since 1970) for people. */
export interface Place {
  readonly rank: Rank;
  readonly at: number;
}

export interface UserBase {
  readonly id: UserId;
  readonly name?: string | undefined;
  readonly avatarUrl?: string | undefined;
  /** Takes part in the chat at present. */
  readonly isPresent: boolean;
  readonly seenUpTo?: Place | undefined;
}

export type User =
  | (UserBase & {
      readonly kind: 'customer';
      readonly email?: string | undefined;
      readonly isEmailVerified?: boolean | undefined;
      readonly phoneNumber?: string | undefined;
      /** In the order in which the service keeps them. */
      readonly sessionFields?: ReadonlyMap<string, string> | undefined;
      readonly isReturning?: boolean | undefined;
    })
  | (UserBase & {
      readonly kind: 'agent';
      readonly jobTitle?: string | undefined;
      readonly isBot?: boolean | undefined;
    });
export type Agent = Extract<User, { kind: 'agent' }>;
export type Customer = Extract<User, { kind: 'customer' }>;

export interface EventBase {
  readonly id: EventId;
  readonly threadId: ThreadId;
  readonly customId?: CustomId | undefined;
  readonly place: Place;
  /** Ours to show, or to leave alone: translation, link preview, delivery, format. Absent until there are any. */
  readonly properties?: Properties | undefined;
  /** Was changed after it had been sent. */
  readonly isEdited?: boolean | undefined;
}

export type ChatEvent =
  | (EventBase & {
      readonly kind: 'message';
      readonly authorId: UserId;
      readonly text: string;
      /** It was said by pressing a button. */
      readonly postback?: Postback | undefined;
    })
  | Content
  | (EventBase & {
      readonly kind: 'system';
      /** The server's `system_message_type`, e.g. `manual_archived_agent`. An open list. */
      readonly code: string;
      /** The server's own English sentence, for codes that we have no words for. */
      readonly text: string;
      readonly vars: ReadonlyMap<string, string>;
    })
  /** Something that the platform did, for those who know its kind; `details` is JSON as text. v3.6 */
  | (EventBase & {
      readonly kind: 'platform';
      readonly authorId?: undefined;
      readonly source: string;
      readonly subtype: string;
      readonly version: number;
      readonly details: string;
    })
  /** Keeps the place of something that we cannot show: seen marks need it. */
  | (EventBase & { readonly kind: 'unknown'; readonly authorId?: UserId | undefined; readonly wireType: string });
export type Message = Extract<ChatEvent, { kind: 'message' }>;
export type SystemNote = Extract<ChatEvent, { kind: 'system' }>;

/** Everything that a user can put into a chat besides text. */
export type Content = FileEvent | RichMessage | FormEvent | FilledForm | CustomEvent;

export type FileEvent = EventBase & {
  readonly kind: 'file';
  readonly authorId: UserId;
  readonly url: string;
  readonly name: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size?: number | undefined;
  /** Pixels; both are there for pictures only. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly thumbnailUrl?: string | undefined;
  readonly thumbnail2xUrl?: string | undefined;
  readonly alternativeText?: string | undefined;
};

export type RichMessage = EventBase & {
  readonly kind: 'rich-message';
  readonly authorId: UserId;
  /** `cards`, `quick_replies`, `sticker`, `ecommerce`. An open list. */
  readonly templateId: string;
  readonly elements: readonly RichElement[];
};

export interface RichElement {
  readonly title?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly image?: Picture | undefined;
  readonly buttons: readonly RichButton[];
  readonly product?: Product | undefined;
}

export interface Picture {
  readonly url: string;
  readonly name?: string | undefined;
  readonly contentType?: string | undefined;
  readonly size?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly alternativeText?: string | undefined;
}

export interface RichButton {
  readonly text: string;
  /** May repeat: a postback with it counts for every button that has it. */
  readonly postbackId: string;
  /** Whose last postback toggled it on. */
  readonly userIds: readonly UserId[];
  /** Absent: a plain toggle. The last three are of products. */
  readonly type?:
    | 'message'
    | 'url'
    | 'phone'
    | 'webview'
    | 'cancel'
    | 'copy'
    | 'open_external'
    | 'add_to_cart'
    | 'show_gallery'
    | 'unknown'
    | undefined;
  readonly value?: string | undefined;
  readonly target?: 'new' | 'current' | undefined;
  readonly webviewHeight?: 'compact' | 'tall' | 'full' | undefined;
  readonly role?: 'default' | 'primary' | 'danger' | undefined;
  /** Buttons of greetings. v3.6 */
  readonly buttonId?: string | undefined;
}

/** `ecommerce` of an element. v3.6 */
export interface Product {
  readonly view?: 'tags' | 'swatch' | 'images' | 'select' | undefined;
  readonly productId?: string | undefined;
  readonly label?: string | undefined;
  readonly options: readonly ProductOption[];
}

export interface ProductOption {
  readonly id: string;
  readonly label: string;
  readonly price?: number | undefined;
  readonly regularPrice?: number | undefined;
  readonly currency?: string | undefined;
  readonly color?: string | undefined;
  readonly imageUrl?: string | undefined;
  readonly thumbnailUrl?: string | undefined;
  readonly isAvailable?: boolean | undefined;
  readonly isSelected?: boolean | undefined;
}

export interface Postback {
  readonly id: string;
  readonly threadId: ThreadId;
  readonly eventId: EventId;
  readonly type?: string | undefined;
  readonly value?: string | undefined;
}

/** An empty form inside a chat. v3.6 */
export type FormEvent = EventBase & {
  readonly kind: 'form';
  /** Absent when the platform put it there. */
  readonly authorId?: UserId | undefined;
  readonly form: Form;
  readonly formType?: string | undefined;
};

export interface Form {
  readonly id?: string | undefined;
  readonly fields: readonly FormField[];
}

/** `type` is an open list; what is not known is shown as a line of text, or not at all. */
export interface FormField {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly options: readonly FormOption[];
  /** Of a `rating`. */
  readonly commentLabel?: string | undefined;
  /** Of a `checkbox_for_email`. */
  readonly isChecked?: boolean | undefined;
}

export interface FormOption {
  readonly id: string;
  readonly label: string;
  /** Of a `group_chooser`. */
  readonly groupId?: GroupId | undefined;
  readonly isChecked?: boolean | undefined;
}

export type FilledForm = EventBase & {
  readonly kind: 'filled-form';
  readonly authorId: UserId;
  readonly formId: string;
  /** `prechat`, `postchat`, `ask_for_email`. An open list. */
  readonly formType?: string | undefined;
  readonly fields: readonly FilledField[];
};

export interface FilledField {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  /** The words of the answers; none where the customer left it empty. */
  readonly answers: readonly string[];
  /** A box that was ticked or not. */
  readonly isChecked?: boolean | undefined;
}

/** Whatever an integration wants; shown only by those who know it. */
export type CustomEvent = EventBase & {
  readonly kind: 'custom';
  readonly authorId?: UserId | undefined;
  /** JSON. */
  readonly content: unknown;
};

export type PropertyValue = string | number | boolean;
/** Namespace, name, value. Maps, because both come from outside. */
export type Properties = ReadonlyMap<string, ReadonlyMap<string, PropertyValue>>;
export type PropertyNames = ReadonlyMap<string, readonly string[]>;

export interface Queue {
  readonly position: number;
  readonly waitSeconds: number;
}

export interface Thread {
  readonly id: ThreadId;
  readonly isActive: boolean;
  readonly place: Place;
  readonly userIds: readonly UserId[];
  readonly events: readonly ChatEvent[];
  readonly queue?: Queue | undefined;
  readonly previousId?: ThreadId | undefined;
  readonly properties?: Properties | undefined;
}

/** A chat as the server tells it at one moment: with its newest thread only, or with none. */
export interface Chat {
  readonly id: ChatId;
  readonly isActive: boolean;
  readonly users: readonly User[];
  readonly thread?: Thread | undefined;
  readonly lastThreadId?: ThreadId | undefined;
  readonly properties?: Properties | undefined;
  /** Whose groups the chat belongs to. */
  readonly groupIds?: readonly GroupId[] | undefined;
}

/** Shown before there is a chat, and part of it once the customer answers. */
export interface Greeting {
  readonly id: number;
  /** This showing of it. */
  readonly uniqueId: string;
  readonly isFirstTime: boolean;
  readonly isAccepted: boolean;
  readonly addon?: string | undefined;
  /** `announcement`, or absent. An open list. */
  readonly subtype?: string | undefined;
  readonly isExitIntent: boolean;
  readonly content: GreetingContent;
  readonly agent: Agent;
}
/** A message or a rich message that is no event yet: it has no id, and no place in a thread. */
export type GreetingContent =
  | { readonly kind: 'message'; readonly text: string; readonly properties?: Properties | undefined }
  | { readonly kind: 'rich-message'; readonly templateId: string; readonly elements: readonly RichElement[] };

export type GroupStatus = 'online' | 'queueing' | 'offline';

/** Why the server will not have something, in the words of the domain. An open list: what we do not know is `other`. */
export type Refusal = 'banned' | 'invalid' | 'not-allowed' | 'nobody-online' | 'gone' | 'expired' | 'other';

export type OutboxItem = {
  readonly customId: CustomId;
  readonly text: string;
  readonly postback?: Postback | undefined;
  readonly typedAt: number;
} /** `unknown`: it was written, and nothing came back. `accepted`: the server has it, and its event is not here yet. */ & (
  | { readonly state: 'queued' | 'in-flight' | 'unknown' | 'accepted' }
  | { readonly state: 'refused'; readonly reason: Refusal }
);
