import type { FunctionComponent } from 'preact';
import type { CustomEvent, DayItem, FilledForm, FormEvent, Message, Queue, TimelineItem } from '../../domain';
import type { GreetingShownProps } from '../greeting/shown';
import type { Later } from '../later';
import type { OpenMoment } from '../moments/open-moment';
import type { Viewed } from '../viewer/viewed';
import type { RichContent } from './kinds';

/** Comes with the first file, rich message, annotated text or greeting. */
export interface RichPart {
  readonly RichBody: FunctionComponent<{ readonly content: RichContent; readonly mayAnswer: boolean }>;
  readonly Annotated: FunctionComponent<{ readonly event: Message }>;
  readonly GreetingShown: FunctionComponent<GreetingShownProps>;
}

/** Comes with the first upload, and with the first picture, which may be looked at. */
export interface FilesPart {
  readonly DropZone: FunctionComponent;
  readonly UploadList: FunctionComponent;
  readonly Viewer: FunctionComponent<{ readonly viewed: Viewed }>;
}

/** Comes when somebody wants to choose an emoji. */
export interface EmojiPart {
  readonly EmojiPicker: FunctionComponent<{
    /** `isMore`: there may come more. */
    readonly onPick: (text: string, isMore: boolean) => void;
    readonly onClose: () => void;
  }>;
}

/** Comes with the first form, and when somebody wants to rate or to have a transcript. */
export interface FormsPart {
  readonly FormBody: FunctionComponent<{ readonly content: FormEvent | FilledForm }>;
  readonly FormAround: FunctionComponent;
  readonly OfflineNote: FunctionComponent<{
    /** Somebody has written. */
    readonly isWaiting: boolean;
  }>;
  readonly OverField: FunctionComponent;
  readonly QueueNote: FunctionComponent<{ readonly queue: Queue }>;
  /** Where the answer shall go, or will. */
  readonly WhereTo: FunctionComponent;
  readonly RatingDialog: FunctionComponent<{ readonly onClose: () => void }>;
  readonly TranscriptDialog: FunctionComponent<{ readonly onClose: () => void }>;
}

/** What is done with the rows of the log together. */
export interface LogWork {
  /** Puts between the rows what tells them apart, and among them what somebody knows to show. */
  readonly shape: (items: readonly TimelineItem[]) => readonly TimelineItem[];
  readonly markFirstUnseen: (key: string) => void;
  readonly stop: () => void;
}

/** Comes with the first message. */
export interface LogPart {
  readonly beginLog: () => LogWork;
  readonly CustomBody: FunctionComponent<{ readonly content: CustomEvent }>;
  readonly DaySeparator: FunctionComponent<{ readonly item: DayItem }>;
}

/** Does something as long as the window is there. */
export interface WorkingPart {
  readonly begin: () => () => void;
}

/** Comes where the page wants a home view. */
export interface HomePart extends WorkingPart {
  /** Leads from the conversation to it. */
  readonly HomeButton: FunctionComponent;
}

/** Comes with the first page of somebody else that is opened in the window. */
export interface MomentsPart {
  readonly openMoment: (moment: OpenMoment) => () => void;
}

export interface Parts {
  readonly rich: Later<RichPart>;
  readonly forms: Later<FormsPart>;
  readonly files: Later<FilesPart>;
  readonly emoji: Later<EmojiPart>;
  readonly log: Later<LogPart>;
  /** Comes with a chat or a greeting: what calls a visitor whose window is closed. */
  readonly notices: Later<WorkingPart>;
  readonly home: Later<HomePart>;
  readonly moments: Later<MomentsPart>;
  readonly stop: () => void;
}
