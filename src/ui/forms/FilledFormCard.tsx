import { useId } from 'preact/hooks';
import type { FilledField, FilledForm } from '../../domain';
import { Icon } from '../icons/Icon';
import { cleanLine } from '../text/clean-line';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { MOST_FIELDS } from './answers';

/** Questions with their answers, to read. */
export function FilledFormCard({ filled }: { readonly filled: FilledForm }) {
  const { session, words } = useUi();
  const me = useValue(() => session.users.me.value?.id);
  const id = `natter-filled-${useId()}`;
  return (
    <div class="form-card is-filled">
      <p class="form-title" id={id}>
        <Icon name="form" />
        {words.t(filled.authorId === me ? 'form.answers' : 'form.their_answers')}
      </p>
      <dl aria-labelledby={id}>
        {filled.fields.slice(0, MOST_FIELDS).map((field, index) => (
          <div key={index}>
            <dt dir="auto">{cleanLine(field.label, 500)}</dt>
            <dd dir="auto">
              <Answer field={field} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Answer({ field: { answers, isChecked } }: { readonly field: FilledField }) {
  const { words } = useUi();
  const { TextBody } = useOwnRest();
  if (isChecked !== undefined) return <>{words.t(isChecked ? 'form.yes' : 'form.no')}</>;
  if (answers.length === 0) return <em>{words.t('form.no_answer')}</em>;
  return <TextBody text={answers.join(', ')} />;
}
