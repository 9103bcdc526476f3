import type { FormField } from '../../domain';
import type { PlainKey } from '../i18n/catalogue';
import type { Answer } from './answers';

export interface FieldProps {
  readonly field: FormField;
  readonly answer: Answer;
  readonly problem: PlainKey | undefined;
  /** The message is the stop of the Tab key; Enter goes into it. */
  readonly isInLog: boolean;
  /** Found by its type as the id, like the fields of LiveChat's own form before a chat: browser tests of pages do. */
  readonly isWellKnown: boolean;
  readonly onChange: (answer: Answer) => void;
}

/** What each control needs to be named, and to be told what is wrong. Most ids are ours. */
export interface InputProps extends FieldProps {
  readonly id: string;
  readonly label: string;
  readonly describedBy: string | undefined;
}
