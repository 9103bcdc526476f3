import type { CustomId, EventId, Refusal, SystemNote, UserId } from './types';

/**
 * How far an own message has come. `waiting`: the line is down, it goes by itself later. `refused`: not sent, and not
 * tried again by itself.
 */
export type Delivery = 'sending' | 'waiting' | 'sent' | 'seen' | 'refused';

export interface MessageItem {
  readonly kind: 'message';
  /** The custom id where there is one, so that a row does not remount when its echo comes. */
  readonly key: string;
  readonly id?: EventId | undefined;
  readonly customId?: CustomId | undefined;
  readonly text: string;
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
export type TimelineItem = MessageItem | SystemItem | DayItem;
