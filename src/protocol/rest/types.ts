import type {
  Chat,
  ChatRules,
  Customer,
  Form,
  Greeting,
  GroupId,
  GroupStatus,
  LinkInfo,
  Place,
  PredictedAgent,
  Properties,
  RestUpdate,
  Update,
} from '../../domain';
import type { More } from '../places';
import type { Drop, Json } from '../reader';

/** What can be asked besides what every conversation needs. A dialect that has no such action has no name for it. */
export type RestAsk =
  | 'getChat'
  | 'getThreads'
  | 'getCustomer'
  | 'updateCustomer'
  | 'setSessionFields'
  | 'listGroupStatuses'
  | 'predictAgent'
  | 'requestWelcome'
  | 'getForm'
  | 'getUrlInfo'
  | 'deleteEvent'
  | 'sendPostback'
  | 'updateChatProperties'
  | 'deleteChatProperties'
  | 'updateThreadProperties'
  | 'deleteThreadProperties'
  | 'updateEventProperties'
  | 'deleteEventProperties'
  | 'acceptGreeting'
  | 'cancelGreeting'
  | 'pressGreetingButton'
  // Over HTTP only.
  | 'upload'
  | 'checkGoals'
  | 'verifyEmail';

/**
 * One push may tell several things, or nothing that we care for.
 *
 * @throws {ProtocolError} when the push cannot be read
 */
export type ReadRestPush = (payload: Json, drop: Drop) => readonly (RestUpdate | Update)[];

/** The answer to the wish for a welcome message, which comes later as an update with the same id. v3.6 */
export interface WelcomeRequest {
  readonly id: string;
  readonly agent: PredictedAgent;
}

/** What the service wants of a widget before anybody is known. */
export interface DynamicConfiguration {
  readonly organizationId?: string | undefined;
  readonly groupId?: GroupId | undefined;
  readonly isActive: boolean;
  readonly isDomainAllowed: boolean;
  readonly isLimitExceeded: boolean;
  readonly onlineGroupIds: readonly GroupId[];
  readonly configVersion?: string | undefined;
  readonly localizationVersion?: string | undefined;
  readonly language?: string | undefined;
}

export interface Configuration {
  readonly prechatForm?: Form | undefined;
  readonly ticketForm?: Form | undefined;
  readonly groupProperties: Properties;
  readonly licenseProperties: Properties;
  /** What was said, and no more. */
  readonly rules: Partial<ChatRules>;
}

/** Payloads of answers → what was asked. Each throws a ProtocolError when the answer cannot be read. */
export interface RestAnswers {
  /** The answer to `login` once more, for what the core leaves out. */
  readonly readGreeting: (login: Json) => Greeting | undefined;
  /** Told at log-in by v3.0 only. */
  readonly readPredictedAgentOfLogin: (login: Json) => PredictedAgent | undefined;
  /** `getCustomer` (v3.6), `updateCustomer` (v3.0). */
  readonly readCustomer: (payload: Json) => Customer;
  /** `getChat` (v3.6): with its newest thread, or the one that was asked for. */
  readonly readChat: (payload: Json, drop: Drop) => Chat;
  /** Of the groups that were asked for, or that `updatePage` moved the customer to. */
  readonly readGroupStatuses: (payload: Json) => ReadonlyMap<GroupId, GroupStatus>;
  readonly readPredictedAgent: (payload: Json) => PredictedAgent;
  readonly readWelcomeRequest: (payload: Json) => WelcomeRequest;
  /** Nothing if the form is switched off. */
  readonly readForm: (payload: Json) => Form | undefined;
  readonly readLink: (payload: Json) => LinkInfo;
  /** The address of what was uploaded. Takes the body of an HTTP answer. */
  readonly readUpload: (body: unknown) => string;
  /** Of a licence or a group. Takes the body of an HTTP answer, as the three below. */
  readonly readProperties: (body: unknown) => Properties;
  readonly readDynamicConfiguration: (body: unknown) => DynamicConfiguration;
  readonly readConfiguration: (body: unknown) => Configuration;
  readonly readLocalization: (body: unknown) => ReadonlyMap<string, string>;
  /** The `error.type` and data of a refused HTTP request; `internal` if there is none. */
  readonly readHttpError: (body: unknown) => { readonly code: string; readonly data: Json };
}

/** What the two dialects write differently. */
export interface RestWriters {
  /** Fields of `updateCustomer` and `setSessionFields`. */
  readonly sessionFields: (fields: ReadonlyMap<string, string>) => Json;
  /** The chat that `updateChatProperties` and `deleteChatProperties` are for. */
  readonly chatOfProperties: (chatId: string) => Json;
  /** Groups to be asked for their statuses. */
  readonly groups: (ids: readonly GroupId[]) => Json;
  /** How far somebody has read. */
  readonly seenUpTo: (place: Place) => Json;
}

/** All of a dialect that a conversation does not need at once. `rest36`, and `rest30` of `loadV30`. */
export interface ProtocolRest {
  readonly actions: Readonly<Partial<Record<RestAsk, string>>>;
  /**
   * By the name of the push. Some names are in the dialect's own table too: then the core's update comes first, and
   * these add to it.
   */
  readonly readPush: ReadonlyMap<string, ReadRestPush>;
  /** Completes what the core has read: give it to `createV36` or `createV30`. */
  readonly more: More;
  readonly answers: RestAnswers;
  readonly write: RestWriters;
}
