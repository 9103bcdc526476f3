import type {
  ChatId,
  CustomId,
  EventId,
  Greeting,
  GreetingContent,
  GroupId,
  Properties,
  PropertyNames,
  ThreadId,
  UserId,
} from './types';

/** Where properties are: on a chat, on one of its threads, on one of its events. */
export interface PropertyPlace {
  readonly chatId: ChatId;
  readonly threadId?: ThreadId | undefined;
  readonly eventId?: EventId | undefined;
}

/** What can be heard besides what every conversation needs. Fetched with the readers that understand it. */
export type RestUpdate =
  | ({ readonly type: 'properties-updated'; readonly properties: Properties } & PropertyPlace)
  | ({ readonly type: 'properties-deleted'; readonly names: PropertyNames } & PropertyPlace)
  | {
      readonly type: 'postback-received';
      readonly chatId: ChatId;
      readonly threadId: ThreadId;
      readonly eventId: EventId;
      readonly userId: UserId;
      readonly postbackId: string;
      readonly isToggled: boolean;
    }
  | {
      readonly type: 'event-previewed';
      readonly chatId: ChatId;
      readonly threadId: ThreadId;
      readonly authorId: UserId;
      readonly customId?: CustomId | undefined;
      readonly text: string;
      readonly properties?: Properties | undefined;
    }
  | {
      readonly type: 'thinking';
      readonly chatId: ChatId;
      readonly authorId: UserId;
      readonly customId?: CustomId | undefined;
      readonly title?: string | undefined;
      readonly description?: string | undefined;
    }
  | { readonly type: 'greeting-received'; readonly greeting: Greeting }
  | { readonly type: 'greeting-accepted'; readonly uniqueId: string }
  | { readonly type: 'greeting-canceled'; readonly uniqueId: string }
  | { readonly type: 'welcome-received'; readonly id: string; readonly content: GreetingContent }
  | { readonly type: 'access-set'; readonly chatId: ChatId; readonly groupIds: readonly GroupId[] }
  | { readonly type: 'page-updated'; readonly url: string; readonly title?: string | undefined }
  /** `content` is any JSON. */
  | { readonly type: 'multicast-received'; readonly content: unknown; readonly kind?: string | undefined }
  | { readonly type: 'side-storage-updated'; readonly storage: ReadonlyMap<string, string> };
