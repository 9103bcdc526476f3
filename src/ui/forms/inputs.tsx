import type { TargetedInputEvent } from 'preact';
import { useEffect } from 'preact/hooks';
import type { FormOption } from '../../domain';
import { cleanLine } from '../text/clean-line';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { MOST_OPTIONS } from './answers';
import { likelyEmail } from './email-typo';
import type { InputProps } from './field-props';

const MOST_CHARACTERS = 10_000;

export function Line(props: InputProps) {
  const { id, field, answer, onChange } = props;
  const { session } = useUi();
  const { type } = field;
  const isLocked = useValue(
    () =>
      (type === 'name' || type === 'email') &&
      session.rest.value?.rules.value.locked.includes(type) &&
      Boolean(session.users.me.value?.[type]),
  );
  const common = {
    ...stateOf(props),
    class: 'input',
    id,
    maxLength: MOST_CHARACTERS,
    dir: 'auto',
    readOnly: isLocked,
    value: String(answer),
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onChange(event.currentTarget.value),
  } as const;
  return (
    <>
      <Label {...props} />
      {field.type === 'email' ? (
        <>
          <input {...common} type="email" inputMode="email" autocomplete="email" />
          {!isLocked && <Suggestion {...props} />}
        </>
      ) : (
        <input {...common} type="text" autocomplete={field.type === 'name' ? 'name' : 'off'} />
      )}
    </>
  );
}

/** Of what may be a slip. Nobody has to take it. */
function Suggestion(props: InputProps) {
  const { words } = useUi();
  const meant = likelyEmail(String(props.answer));
  if (!meant) return null;
  return (
    <button
      type="button"
      class="text-button form-suggestion"
      tabIndex={tabIndexOf(props)}
      onClick={({ currentTarget }) => {
        currentTarget.parentElement?.querySelector('input')?.focus();
        props.onChange(meant);
      }}
    >
      {words.t('form.email_suggestion', { email: meant })}
    </button>
  );
}

export function Lines(props: InputProps) {
  const { id, answer, onChange } = props;
  return (
    <>
      <Label {...props} />
      <textarea
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
  const { session, words } = useUi();
  const { id, field, answer, onChange } = props;
  const [chosen = ''] = idsIn(answer);
  const statuses = useValue(() => session.rest.value?.groupStatuses.value);
  const groupIds = field.options.flatMap(({ groupId }) => groupId ?? []);
  useEffect(() => (groupIds.length > 0 ? session.rest.peek()?.watchGroups(groupIds) : undefined), [groupIds.join()]);
  const nameOf = (option: FormOption) => {
    const isOffline = option.groupId !== undefined && statuses?.get(option.groupId) === 'offline';
    return isOffline ? words.t('form.department_offline', { name: labelOf(option) }) : labelOf(option);
  };
  return (
    <>
      <Label {...props} />
      <select
        {...stateOf(props)}
        class="input"
        id={id}
        value={chosen}
        onChange={(event) => onChange(event.currentTarget.value ? [event.currentTarget.value] : [])}
      >
        <option value="">{words.t('form.select_placeholder')}</option>
        {optionsOf(field.options).map((option, index) => (
          <option key={index} value={option.id}>
            {nameOf(option)}
          </option>
        ))}
      </select>
    </>
  );
}

/** Radio buttons, or boxes where several may be chosen. */
export function Choose(props: InputProps & { readonly isOne: boolean }) {
  const { id, field, label, answer, isOne, isInLog, onChange } = props;
  const { TextBody } = useOwnRest();
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
            tabIndex={tabIndexOf(props)}
            type={isOne ? 'radio' : 'checkbox'}
            name={id}
            checked={chosen.includes(option.id)}
            aria-invalid={props.problem ? true : undefined}
            aria-describedby={props.describedBy}
            onChange={(event) => change(option, event.currentTarget.checked)}
          />
          <bdi>
            <TextBody text={labelOf(option)} isFree={!isInLog} />
          </bdi>
        </label>
      ))}
    </fieldset>
  );
}

export function Box(props: InputProps) {
  const { label, answer, isInLog, onChange } = props;
  const { TextBody } = useOwnRest();
  return (
    <label class="form-option">
      <input
        {...stateOf(props)}
        type="checkbox"
        checked={answer === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span dir="auto">
        <TextBody text={label} isFree={!isInLog} />
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

const tabIndexOf = ({ isInLog }: InputProps) => (isInLog ? -1 : undefined);

function stateOf(props: InputProps) {
  const { field, problem, describedBy } = props;
  return {
    tabIndex: tabIndexOf(props),
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
