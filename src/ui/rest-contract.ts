import type { ReadonlySignal, Signal } from '@preact/signals-core';
import type { FunctionComponent, RefObject } from 'preact';
import type {
  ContentItem,
  CustomId,
  DayItem,
  Greeting,
  MessageItem,
  Session,
  SystemItem,
  TimelineItem,
} from '../domain';
import type { Announcer } from './announcer/announcer';
import type { Placeholder } from './composer/placeholder';
import type { Parts } from './content/parts-contract';
import type { Choice } from './header/choice';
import type { sizeIn } from './i18n/size-in';
import type { systemNoteParts } from './i18n/system-note';
import type { OpenMoment } from './moments/open-moment';
import type { UrlUse } from './text/safe-url';
import type { Uploads } from './uploads/uploads';
import type { Viewed } from './viewer/viewed';
import type { DialogFrame } from './window/DialogFrame';
import type { holdTab } from './window/hold-tab';

export interface TextBodyProps {
  readonly text: string;
  /** Stands outside of the messages: links are stops of the Tab key. */
  readonly isFree?: boolean;
}

/** What somebody said: text, or something else. */
export type BubbleItem = MessageItem | ContentItem;

/** A line across the log that is not the name of a day. */
export interface Divider extends DayItem {
  readonly label: string;
}

/** What is asked in a layer above the window. */
export type Question = 'end' | 'rating' | 'transcript';

/** Ways through the log: by arrows, to the first new message, to the first unread one. */
export interface Walk {
  /** What came below while one was reading above. */
  readonly newCount: ReadonlySignal<number>;
  /** More than one screen is below. */
  readonly isFarUp: ReadonlySignal<boolean>;
  readonly toFirstNew: () => void;
  readonly markFirstUnread: (count: number) => void;
  readonly focusActive: () => boolean;
  readonly focusNewest: () => boolean;
  readonly stop: () => void;
}

/**
 * What is not needed to open the window, to read and to write. It is fetched as soon as that works, in one piece, and
 * stays away without harm if it cannot be had.
 */
export interface Rest {
  /** What the log shows: without what has nothing to show, and with what is only being written. */
  readonly items: ReadonlySignal<readonly TimelineItem[]>;
  /** Pieces of the window that are fetched when something needs them. They find here what they share. */
  readonly parts: Parts;
  readonly asked: Signal<Question>;
  /** In the menu, of what only some pages want. */
  readonly moreChoices: Signal<readonly Choice[]>;
  /** Beside what the customer wrote, where the page wants it. */
  readonly ownPhoto: Signal<string | undefined>;
  /** The home view stands in place of the conversation. */
  readonly isHome: Signal<boolean>;
  readonly uploads: Uploads;
  /** The pictures that are looked at, above all else. */
  readonly viewed: Signal<Viewed | undefined>;
  readonly announcer: Announcer;
  readonly walk: Walk;
  readonly placeholderFor: (session: Session) => Placeholder;
  readonly isClosed: (placeholder: Placeholder) => boolean;
  readonly hushTips: (root: Element) => boolean;
  readonly safeUrl: (raw: string, use: UrlUse) => URL | undefined;
  readonly sizeIn: typeof sizeIn;
  readonly systemNoteParts: typeof systemNoteParts;
  readonly holdTab: typeof holdTab;
  /** A page of somebody else, in the window. */
  readonly openMoment: (moment: OpenMoment) => void;
  readonly useGreeting: () => Greeting | undefined;
  readonly useIsOffline: () => boolean;
  readonly useFocusHandover: <T extends Element>(to?: () => void) => RefObject<T | null>;
  /** Reads the next older page, whether or not one is near the top. */
  readonly loadOlder: () => void;
  readonly Above: FunctionComponent;
  readonly Attach: FunctionComponent;
  readonly Body: FunctionComponent<{ readonly item: BubbleItem }>;
  readonly ConnectionNotice: FunctionComponent;
  readonly Crash: FunctionComponent<{ readonly retry: () => void }>;
  readonly DeliveryNote: FunctionComponent<{ readonly item: BubbleItem }>;
  readonly Dialog: FunctionComponent<{ readonly onClose: () => void }>;
  readonly DialogFrame: typeof DialogFrame;
  readonly HeaderTools: FunctionComponent<{ readonly onEnd: () => void }>;
  readonly HistoryEdge: FunctionComponent;
  readonly LogNote: FunctionComponent;
  readonly NewMessages: FunctionComponent;
  readonly Photo: FunctionComponent<{ readonly url: string }>;
  readonly RoomHint: FunctionComponent;
  readonly Separator: FunctionComponent<{ readonly item: DayItem }>;
  readonly Subtitle: FunctionComponent;
  readonly SystemText: FunctionComponent<{ readonly item: SystemItem }>;
  readonly Tail: FunctionComponent;
  readonly TextBody: FunctionComponent<TextBodyProps>;
  readonly Undelivered: FunctionComponent<{ readonly customId: CustomId }>;
  readonly Welcome: FunctionComponent;
  readonly stop: () => void;
}
