import type { Content, CustomId, EventId, Message, Refusal, SystemNote, UserId } from './types';

/**
 * How far an own message has come. `waiting`: the line is down, it goes by itself later. `refused`: not sent, and not
 * tried again by itself.
 */
export type Delivery = 'sending' | 'waiting' | 'sent' | 'seen' | 'refused';

interface Bubble {
  /** The custom id where there is one, so that a row does not remount when its echo comes. */
  readonly key: string;
  readonly id?: EventId | undefined;
  readonly customId?: CustomId | undefined;
  readonly at: number;
  readonly authorId: UserId | undefined;
  readonly isOwn: boolean;
  /** Messages of one author within two minutes are a group. */
  readonly isFirstOfGroup: boolean;
  readonly isLastOfGroup: boolean;
  /** Own messages only. */
  readonly delivery?: Delivery | undefined;
  /** Only with `refused`. */
  readonly refusal?: Refusal | undefined;
}

export interface MessageItem extends Bubble {
  readonly kind: 'message';
  readonly text: string;
  /** The whole event, for what stands around a text; absent while it is on its way. */
  readonly event?: Message | undefined;
}

/** A file, a rich message, a form or its answers, or something that only the page knows. */
export interface ContentItem extends Bubble {
  readonly kind: 'content';
  readonly content: Content;
  /** Nothing stands below it: quick replies may still be given. */
  readonly isNewest: boolean;
}

export interface SystemItem {
  readonly kind: 'system';
  readonly key: string;
  readonly at: number;
  readonly note: SystemNote;
  /** Caused by the customer: words are in the second person. */
  readonly isOwn: boolean;
}

export interface DayItem {
  readonly kind: 'day';
  readonly key: string;
  /** Some moment of that day. */
  readonly at: number;
}

/** What the log shows, in order. An item that did not change is the same object as before. */
export type TimelineItem = MessageItem | ContentItem | SystemItem | DayItem;
