import type { CustomerChanges, PlainProperties, PropertyNames, PropertyPlace } from './store/facts';
import type { ChatEvent, Member, Visibility } from './store/model';
import type { Iso } from './time';

/** What somebody may have to be told, whatever the API and its version. Who hears it: `audience`. How it is said: `v3.6/`. */

export type RoutingStatus = 'accepting_chats' | 'not_accepting_chats' | 'offline';

interface InChat {
  readonly chatId: string;
}
interface InThread extends InChat {
  readonly threadId: string;
}

export interface TransferredFrom {
  readonly groupIds: readonly number[];
  readonly agentIds: readonly string[];
}

export type News =
  | (InChat & {
      readonly news: 'chat-arrived';
      readonly requesterId?: string;
      readonly transferredFrom?: TransferredFrom;
      /** For one agent only: followed, added, transferred to. */
      readonly agentId?: string;
    })
  | (InThread & { readonly news: 'chat-deactivated'; readonly userId?: string })
  | (InChat & {
      readonly news: 'chat-transferred';
      readonly threadId?: string;
      readonly requesterId?: string;
      readonly reason: string;
      readonly groupIds?: readonly number[];
      readonly agentIds?: readonly string[];
    })
  | (InChat & { readonly news: 'access-set'; readonly groupIds: readonly number[] })
  | (InChat & { readonly news: 'unfollowed'; readonly agentId: string })
  | (InChat & {
      readonly news: 'user-added';
      readonly threadId?: string;
      readonly member: Member;
      readonly reason: string;
      readonly requesterId?: string;
    })
  | (InChat & {
      readonly news: 'user-removed';
      readonly threadId?: string;
      readonly member: Member;
      readonly reason: string;
      readonly requesterId?: string;
    })
  | (InThread & { readonly news: 'event-added'; readonly event: ChatEvent })
  | (InThread & { readonly news: 'event-deleted'; readonly event: ChatEvent })
  | ({ readonly news: 'properties-set'; readonly properties: PlainProperties } & PropertyPlace)
  | ({ readonly news: 'properties-deleted'; readonly names: PropertyNames } & PropertyPlace)
  | (InThread & { readonly news: 'tag-set'; readonly tag: string; readonly isSet: boolean })
  | (InChat & { readonly news: 'seen'; readonly userId: string; readonly upTo: Iso })
  | (InThread & {
      readonly news: 'typing';
      readonly authorId: string;
      readonly visibility: Visibility;
      readonly isTyping: boolean;
      readonly at: number;
    })
  | (InThread & { readonly news: 'sneak-peek'; readonly authorId: string; readonly text: string; readonly at: number })
  | { readonly news: 'customer-changed'; readonly customerId: string; readonly changes: CustomerChanges }
  | { readonly news: 'customer-arrived'; readonly customerId: string }
  | { readonly news: 'customer-left'; readonly customerId: string; readonly at: Iso }
  | {
      readonly news: 'page-viewed';
      readonly customerId: string;
      readonly url: string;
      readonly title?: string;
      readonly at: Iso;
    }
  | { readonly news: 'side-storage'; readonly customerId: string; readonly storage: { readonly [key: string]: string } }
  | { readonly news: 'customers-listed'; readonly agentId: string }
  | { readonly news: 'routing-status'; readonly agentId: string; readonly status: RoutingStatus }
  | {
      readonly news: 'group-statuses';
      readonly groups: readonly { readonly id: number; readonly status: RoutingStatus }[];
    }
  | {
      readonly news: 'multicast';
      readonly authorId: string;
      readonly agentIds: ReadonlySet<string>;
      readonly content: unknown;
      readonly type?: string;
    };

export type NewsKind = News['news'];
