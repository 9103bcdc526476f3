import type { ComponentChildren } from 'preact';
import type { FormField } from '../../domain';
import { useUi } from '../ui-context';
import { FormFieldView } from './FormFieldView';
import type { Filling } from './use-form';

interface Props {
  readonly filling: Filling;
  /** What the button says that sends it. */
  readonly submit: string;
  /** In the log the message is the stop of the Tab key; Enter goes into it. */
  readonly isInLog?: boolean;
  /** Of the form before a chat. */
  readonly hasWellKnown?: boolean;
  readonly labelledBy?: string;
  /** More that can be done, beside the button. */
  readonly children?: ComponentChildren;
}

export function FormFields({ filling, submit, isInLog = false, hasWellKnown = false, labelledBy, children }: Props) {
  const { words } = useUi();
  const { fields, answers, problems, progress, change } = filling;
  const isSending = progress === 'sending';
  return (
    <form
      class="form-fields"
      ref={filling.form}
      noValidate
      aria-labelledby={labelledBy}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void filling.submit();
      }}
    >
      {fields.map((field, index) => (
        <FormFieldView
          key={index}
          field={field}
          answer={answers[index] ?? ''}
          problem={problems[index]}
          isInLog={isInLog}
          isWellKnown={hasWellKnown && isWellKnown(fields, index)}
          onChange={(answer) => change(index, answer)}
        />
      ))}
      {(progress === 'failed' || progress === 'refused') && <p class="is-problem">{words.t(`form.${progress}`)}</p>}
      <div class="buttons">
        {children}
        <button
          type="submit"
          class="button is-main"
          tabIndex={isInLog ? -1 : undefined}
          aria-disabled={isSending || undefined}
        >
          {isSending && <span class="spinner" aria-hidden="true" />}
          {isSending ? words.t('form.sending') : submit}
        </button>
      </div>
    </form>
  );
}

/** The first that asks for it. */
function isWellKnown(fields: readonly FormField[], at: number): boolean {
  const type = fields[at]?.type;
  return (type === 'name' || type === 'email') && fields.findIndex((field) => field.type === type) === at;
}
