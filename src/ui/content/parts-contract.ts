import type { FunctionComponent } from 'preact';
import type { FilledForm, FormEvent, Greeting, Message } from '../../domain';
import type { Later } from '../later';
import type { RichContent } from './kinds';

/** Comes with the first file, rich message, annotated text, greeting or upload. */
export interface RichPart {
  readonly RichBody: FunctionComponent<{ readonly content: RichContent; readonly mayAnswer: boolean }>;
  readonly Annotated: FunctionComponent<{ readonly event: Message }>;
  readonly GreetingCard: FunctionComponent<{ readonly greeting: Greeting }>;
  readonly UploadList: FunctionComponent;
}

/** Comes with the first form, and when somebody wants to rate or to have a transcript. */
export interface FormsPart {
  readonly FormBody: FunctionComponent<{ readonly content: FormEvent | FilledForm }>;
  readonly Rating: FunctionComponent;
  readonly RatingDialog: FunctionComponent<{ readonly onClose: () => void }>;
  readonly TranscriptDialog: FunctionComponent<{ readonly onClose: () => void }>;
}

export interface Parts {
  readonly rich: Later<RichPart>;
  readonly forms: Later<FormsPart>;
  readonly stop: () => void;
}
