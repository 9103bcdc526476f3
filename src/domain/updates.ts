import type {
  Chat,
  ChatEvent,
  ChatId,
  EventId,
  GroupId,
  GroupStatus,
  Place,
  Queue,
  ThreadId,
  User,
  UserId,
} from './types';

/** All that can be heard, in the words of the domain. One dialect or another has written it down differently. */
export type Update =
  | { readonly type: 'chat-started'; readonly chat: Chat }
  | {
      readonly type: 'chat-deactivated';
      readonly chatId: ChatId;
      readonly threadId: ThreadId;
      /** Absent when nobody in particular closed it (the router did). */
      readonly byUserId?: UserId | undefined;
    }
  | {
      readonly type: 'chat-transferred';
      readonly chatId: ChatId;
      readonly agentIds: readonly UserId[];
      readonly queue?: Queue | undefined;
    }
  | { readonly type: 'user-added'; readonly chatId: ChatId; readonly user: User }
  | { readonly type: 'user-removed'; readonly chatId: ChatId; readonly userId: UserId }
  | { readonly type: 'event-received'; readonly chatId: ChatId; readonly event: ChatEvent }
  | { readonly type: 'event-updated'; readonly chatId: ChatId; readonly event: ChatEvent }
  | { readonly type: 'event-deleted'; readonly chatId: ChatId; readonly threadId: ThreadId; readonly eventId: EventId }
  | { readonly type: 'events-seen'; readonly chatId: ChatId; readonly userId: UserId; readonly upTo: Place }
  | {
      readonly type: 'typing-changed';
      readonly chatId: ChatId;
      readonly userId: UserId;
      readonly isTyping: boolean;
    }
  | { readonly type: 'queue-moved'; readonly chatId: ChatId; readonly queue: Queue }
  | {
      readonly type: 'customer-updated';
      readonly userId: UserId;
      readonly name?: string | undefined;
      readonly email?: string | undefined;
      readonly avatarUrl?: string | undefined;
      readonly phoneNumber?: string | undefined;
      readonly isEmailVerified?: boolean | undefined;
      readonly sessionFields?: ReadonlyMap<string, string> | undefined;
      /** All that is known of the customer, so that what is missing is gone. Otherwise only what changed. */
      readonly isWhole?: boolean | undefined;
    }
  | { readonly type: 'availability-changed'; readonly groups: ReadonlyMap<GroupId, GroupStatus> };
