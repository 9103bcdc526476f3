import type { ReadonlySignal } from '@preact/signals-core';
import type { FunctionComponent } from 'preact';
import type { CustomId, SystemItem } from '../domain';
import type { Announcer } from './announcer/announcer';
import type { LongText } from './composer/length';
import type { Part } from './i18n/fill';
import type { Words } from './i18n/words';
import type { TextPart } from './text/part';

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
  readonly linkify: (text: string) => readonly TextPart[];
  readonly systemNoteParts: (words: Words, item: Pick<SystemItem, 'note' | 'isOwn'>) => readonly Part[];
  /** Reads the next older page, whether or not one is near the top. */
  readonly loadOlder: () => void;
  readonly ConfirmEnd: FunctionComponent<{ readonly onClose: () => void }>;
  readonly ConnectionNotice: FunctionComponent;
  readonly HistoryEdge: FunctionComponent;
  readonly LogNote: FunctionComponent;
  readonly NewMessages: FunctionComponent;
  readonly OptionsMenu: FunctionComponent<{ readonly onEnd: () => void }>;
  readonly RoomHint: FunctionComponent<{ readonly id: string; readonly room: LongText }>;
  readonly StartAgain: FunctionComponent;
  readonly TypingIndicator: FunctionComponent;
  readonly Undelivered: FunctionComponent<{ readonly customId: CustomId }>;
  readonly stop: () => void;
}
