/** Forms and their answers, alike in Customer Chat API v3.0 and v3.6. Types only. */

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly checked?: boolean;
}

export interface GroupOption {
  readonly id?: string;
  readonly group_id: number;
  readonly label: string;
  readonly checked?: boolean;
}

interface FieldBase {
  /** Fields of ticket forms have none. */
  readonly id?: string;
  readonly label: string;
}

interface QuestionBase extends FieldBase {
  readonly required?: boolean;
}

export type FormField =
  | (FieldBase & { readonly type: 'header' })
  | (QuestionBase & { readonly type: 'name' | 'email' | 'question' | 'textarea' | 'subject' })
  | (QuestionBase & { readonly type: 'radio' | 'select' | 'checkbox'; readonly options: readonly Option[] })
  | (QuestionBase & { readonly type: 'group_chooser'; readonly options: readonly GroupOption[] })
  | (QuestionBase & { readonly type: 'rating'; readonly comment_label: string })
  | (QuestionBase & { readonly type: 'checkbox_for_email'; readonly checked?: boolean });

export interface Form {
  readonly id?: string;
  readonly fields: readonly FormField[];
}

interface AnswerBase {
  readonly id: string;
  readonly label: string;
}

/** Without `answer` or `answers`, the customer left it empty. */
export type FilledField =
  | (AnswerBase & { readonly type: 'name' | 'email' | 'question' | 'textarea' | 'subject'; readonly answer?: string })
  | (AnswerBase & { readonly type: 'radio' | 'select'; readonly answer?: Option })
  | (AnswerBase & { readonly type: 'checkbox'; readonly answers?: readonly Option[] })
  | (AnswerBase & { readonly type: 'group_chooser'; readonly answer?: GroupOption })
  | (AnswerBase & { readonly type: 'checkbox_for_email'; readonly answer?: boolean });
