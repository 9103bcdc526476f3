import type { Outcome, SendOutcome } from './ports';
import type { PropertyPlace } from './rest-updates';
import type { CancelSignal, FormAnswers, Goods, OutgoingFile, PredictedAgent } from './session-rest';
import type {
  ChatId,
  Customer,
  CustomId,
  EventId,
  Form,
  GroupId,
  GroupStatus,
  Postback,
  Properties,
  PropertyNames,
  ThreadId,
} from './types';

/** Where something is sent; undefined when there is no chat yet. */
export type ChatAtHand = { readonly id: ChatId; readonly isActive: boolean } | undefined;

/** An event that is no plain text. What it is on the wire is for the dialect to know. */
export type OutgoingEvent = { readonly customId: CustomId } & (
  | {
      readonly kind: 'filled-form';
      readonly form: Form;
      readonly formType?: string | undefined;
      readonly answers: FormAnswers;
    }
  | { readonly kind: 'custom'; readonly content: unknown }
  /** Without a custom id on the wire: it is no text of anybody. */
  | {
      readonly kind: 'system';
      readonly type: string;
      readonly text: string;
      readonly recipients: 'all' | 'agents';
    }
);

export interface SendOptions {
  /** Whose chat it shall be, if it begins one. */
  readonly groupId?: GroupId | undefined;
  /** Belongs to the sitting that has ended, and does not begin another. */
  readonly isAfterwards?: boolean | undefined;
  /** A message for later, to be answered by e-mail. */
  readonly isOffline?: boolean | undefined;
}

export interface EventPlace {
  readonly chatId: ChatId;
  readonly threadId: ThreadId;
  readonly eventId: EventId;
}

export interface CustomerChanges {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly sessionFields?: ReadonlyMap<string, string> | undefined;
}

/** Remembers where something was uploaded to, and when, in ms since 1970. Sent again, it need not be uploaded again. */
export interface UploadMemory {
  address?: { readonly url: string; readonly at: number } | undefined;
  keep(address: NonNullable<UploadMemory['address']>): Promise<void>;
}

/** What is at the other end of a link. */
export interface LinkInfo {
  readonly url: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly imageUrl?: string | undefined;
  readonly imageWidth?: number | undefined;
  readonly imageHeight?: number | undefined;
}

/**
 * What a visitor does besides reading and sending text, whatever the dialect. As with `Gateway`, reading rejects, and
 * writing says what became of it. What a dialect has no action for is `done` without asking, or answers nothing.
 */
export interface GatewayRest {
  sendEvent(chat: ChatAtHand, event: OutgoingEvent, options?: SendOptions): Promise<SendOutcome>;
  /** Uploads it, with a `memory` at most once in 23 h, and sends it. `onProgress` hears parts of 1. */
  sendFile(
    chat: ChatAtHand,
    file: OutgoingFile,
    customId: CustomId,
    onProgress?: (part: number) => void,
    cancel?: CancelSignal,
    memory?: UploadMemory,
  ): Promise<SendOutcome>;
  deleteEvent(at: EventPlace): Promise<Outcome>;
  sendPostback(
    at: EventPlace,
    postback: Pick<Postback, 'id' | 'type' | 'value'> & { readonly goods?: Goods | undefined },
    isToggled: boolean,
  ): Promise<Outcome>;

  updateProperties(at: PropertyPlace, properties: Properties): Promise<Outcome>;
  deleteProperties(at: PropertyPlace, names: PropertyNames): Promise<Outcome>;

  /** Session fields are merged into those that are there. */
  updateCustomer(changes: CustomerChanges): Promise<Outcome>;
  /** Replaces all of them. */
  setSessionFields(fields: ReadonlyMap<string, string>): Promise<Outcome>;
  readCustomer(): Promise<Customer | undefined>;

  readGroupStatuses(groupIds: readonly GroupId[]): Promise<ReadonlyMap<GroupId, GroupStatus>>;
  /** The service does not tell when a status changes: it has to be asked. */
  readonly hasToAskForStatuses: boolean;
  readForm(groupId: GroupId, type: 'prechat' | 'postchat' | 'ticket'): Promise<Form | undefined>;
  predictAgent(groupId: GroupId): Promise<PredictedAgent | undefined>;
  /** Its content comes later, as an update with the same id. */
  requestWelcome(
    groupId: GroupId,
  ): Promise<{ readonly id: string; readonly agent: PredictedAgent } | 'refused' | undefined>;
  readLink(url: string): Promise<LinkInfo>;

  acceptGreeting(id: number, uniqueId: string): Promise<Outcome>;
  cancelGreeting(uniqueId: string): Promise<Outcome>;
  pressGreetingButton(uniqueId: string, buttonId: string): Promise<Outcome>;

  /** For a customer who is not connected. */
  checkGoals(pageUrl: string, groupId: GroupId, fields: ReadonlyMap<string, string>): Promise<Outcome>;
  verifyEmail(callbackUrl: string): Promise<Outcome>;
}
