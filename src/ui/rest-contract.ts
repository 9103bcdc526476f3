import type { ReadonlySignal } from '@preact/signals-core';
import type { FunctionComponent } from 'preact';
import type { CustomId, Refusal, Session, SystemItem, TimelineItem } from '../domain';
import type { Announcer } from './announcer/announcer';
import type { Room } from './composer/length';
import type { Placeholder } from './composer/placeholder';

/** Ways through the log: by arrows, to the first new message, to the first unread one. */
export interface Walk {
  /** What came below while one was reading above. */
  readonly newCount: ReadonlySignal<number>;
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
  readonly announcer: Announcer;
  readonly walk: Walk;
  readonly foldNotes: (items: readonly TimelineItem[]) => readonly TimelineItem[];
  readonly placeholderFor: (session: Session) => Placeholder;
  readonly isClosed: (placeholder: Placeholder) => boolean;
  readonly roomFor: (text: string) => Room | undefined;
  readonly hushTips: (root: Element) => boolean;
  /** Reads the next older page, whether or not one is near the top. */
  readonly loadOlder: () => void;
  readonly ConfirmEnd: FunctionComponent<{ readonly onClose: () => void }>;
  readonly ConnectionNotice: FunctionComponent;
  readonly Crash: FunctionComponent<{ readonly retry: () => void }>;
  readonly HistoryEdge: FunctionComponent;
  readonly LogNote: FunctionComponent;
  readonly NewMessages: FunctionComponent;
  readonly OptionsMenu: FunctionComponent<{ readonly onEnd: () => void }>;
  readonly Photo: FunctionComponent<{ readonly url: string }>;
  readonly RefusalReason: FunctionComponent<{ readonly refusal: Refusal }>;
  readonly RoomHint: FunctionComponent<{ readonly id: string; readonly room: Room }>;
  readonly StartAgain: FunctionComponent;
  readonly SystemText: FunctionComponent<{ readonly item: SystemItem }>;
  readonly TextBody: FunctionComponent<{ readonly text: string }>;
  readonly TimeAside: FunctionComponent<{ readonly at: number }>;
  readonly TypingIndicator: FunctionComponent;
  readonly Undelivered: FunctionComponent<{ readonly customId: CustomId }>;
  readonly Welcome: FunctionComponent;
  readonly stop: () => void;
}
