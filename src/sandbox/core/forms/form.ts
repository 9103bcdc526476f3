export type FormType = 'prechat' | 'postchat' | 'ticket';

/** As it is written in every version: fields have no shape of their own here. */
export interface Form {
  readonly id: string;
  readonly fields: readonly { readonly type: string; readonly label: string; readonly [field: string]: unknown }[];
}

export interface FormSetting {
  readonly type: FormType;
  /** Default: all of them. The first setting that fits is the one. */
  readonly groupIds?: readonly number[];
  /** Whether it is asked for before anybody has said so. */
  readonly isEnabled: boolean;
  readonly form: Form;
}
