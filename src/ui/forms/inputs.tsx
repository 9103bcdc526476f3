import type { TargetedInputEvent } from 'preact';
import type { FormOption } from '../../domain';
import { cleanLine } from '../text/clean-line';
import { useUi } from '../ui-context';
import { MOST_OPTIONS } from './answers';
import type { InputProps } from './field-props';

/** In the log the message is the stop of the Tab key; Enter goes into it. */
const IN_LOG = { tabIndex: -1 } as const;
const MOST_CHARACTERS = 10_000;

export function Line(props: InputProps) {
  const { id, field, answer, onChange } = props;
  const common = {
    ...IN_LOG,
    ...stateOf(props),
    class: 'input',
    id,
    maxLength: MOST_CHARACTERS,
    dir: 'auto',
    value: String(answer),
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onChange(event.currentTarget.value),
  } as const;
  return (
    <>
      <Label {...props} />
      {field.type === 'email' ? (
        <input {...common} type="email" inputMode="email" autocomplete="email" />
      ) : (
        <input {...common} type="text" autocomplete={field.type === 'name' ? 'name' : 'off'} />
      )}
    </>
  );
}

export function Lines(props: InputProps) {
  const { id, answer, onChange } = props;
  return (
    <>
      <Label {...props} />
      <textarea
        {...IN_LOG}
        {...stateOf(props)}
        class="input"
        id={id}
        rows={3}
        maxLength={MOST_CHARACTERS}
        dir="auto"
        value={String(answer)}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </>
  );
}

export function List(props: InputProps) {
  const { words } = useUi();
  const { id, field, answer, onChange } = props;
  const [chosen = ''] = idsIn(answer);
  return (
    <>
      <Label {...props} />
      <select
        {...IN_LOG}
        {...stateOf(props)}
        class="input"
        id={id}
        value={chosen}
        onChange={(event) => onChange(event.currentTarget.value ? [event.currentTarget.value] : [])}
      >
        <option value="">{words.t('form.select_placeholder')}</option>
        {optionsOf(field.options).map((option, index) => (
          <option key={index} value={option.id}>
            {labelOf(option)}
          </option>
        ))}
      </select>
    </>
  );
}

/** Radio buttons, or boxes where several may be chosen. */
export function Choose(props: InputProps & { readonly isOne: boolean }) {
  const { id, field, label, answer, isOne, onChange } = props;
  const chosen = idsIn(answer);
  const change = (option: FormOption, isChecked: boolean) => {
    if (isOne) onChange([option.id]);
    else onChange(isChecked ? [...chosen, option.id] : chosen.filter((other) => other !== option.id));
  };
  return (
    <fieldset class="form-group">
      <legend dir="auto">
        {label}
        <Required {...props} />
      </legend>
      {optionsOf(field.options).map((option, index) => (
        <label key={index} class="form-option">
          <input
            {...IN_LOG}
            type={isOne ? 'radio' : 'checkbox'}
            name={id}
            checked={chosen.includes(option.id)}
            aria-invalid={props.problem ? true : undefined}
            aria-describedby={props.describedBy}
            onChange={(event) => change(option, event.currentTarget.checked)}
          />
          <bdi>{labelOf(option)}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

export function Box(props: InputProps) {
  const { label, answer, onChange } = props;
  return (
    <label class="form-option">
      <input
        {...IN_LOG}
        {...stateOf(props)}
        type="checkbox"
        checked={answer === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span dir="auto">
        {label}
        <Required {...props} />
      </span>
    </label>
  );
}

function Label(props: InputProps) {
  return (
    <label for={props.id} dir="auto">
      {props.label}
      <Required {...props} />
    </label>
  );
}

/** In words: a star says nothing to whom nobody told what it means. */
function Required({ field }: InputProps) {
  const { words } = useUi();
  if (!field.isRequired) return null;
  return (
    <>
      {' '}
      <small class="form-required">({words.t('form.required')})</small>
    </>
  );
}

function stateOf({ field, problem, describedBy }: InputProps) {
  return {
    'aria-required': field.isRequired || undefined,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': describedBy,
  } as const;
}

function idsIn(answer: InputProps['answer']): readonly string[] {
  return typeof answer === 'object' ? answer : [];
}

function optionsOf(options: readonly FormOption[]): readonly FormOption[] {
  return options.slice(0, MOST_OPTIONS);
}

function labelOf({ label }: FormOption): string {
  return cleanLine(label, 300) || '…';
}
