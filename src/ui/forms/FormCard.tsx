import { useRef, useState } from 'preact/hooks';
import type { FormEvent, Outcome } from '../../domain';
import type { PlainKey } from '../i18n/catalogue';
import { useOwnRest, useUi } from '../ui-context';
import { type Answer, answersOf, firstAnswer, MOST_FIELDS, problemOf, shapeOf } from './answers';
import { FormDone } from './FormDone';
import { FormFieldView } from './FormFieldView';

type Progress = 'open' | 'sending' | 'failed' | 'done';

export function FormCard({ event }: { readonly event: FormEvent }) {
  const { session, words, focus, scroll, onError } = useUi();
  const { announcer } = useOwnRest();
  const fields = event.form.fields.slice(0, MOST_FIELDS);
  const [answers, setAnswers] = useState<readonly Answer[]>(() =>
    fields.map((field) => firstAnswer(field, session.users.me.peek() ?? {})),
  );
  const [problems, setProblems] = useState<readonly (PlainKey | undefined)[]>([]);
  const [progress, setProgress] = useState<Progress>('open');
  const form = useRef<HTMLFormElement>(null);

  function change(index: number, answer: Answer): void {
    setAnswers((all) => all.map((other, at) => (at === index ? answer : other)));
    // What is being corrected is not complained about; it is looked at again on submit.
    setProblems((all) => all.map((other, at) => (at === index ? undefined : other)));
  }

  async function send(): Promise<Outcome> {
    const rest = session.rest.peek();
    if (!rest) return 'failed';
    const rated = fields.findIndex((field) => shapeOf(field) === 'rating');
    const score = answers[rated];
    if (score === 'good' || score === 'bad') await rest.rate(score);
    return rest.fillForm(event.form, event.formType, answersOf(fields, answers));
  }

  async function submit(): Promise<void> {
    if (progress === 'sending') return;
    const found = fields.map((field, index) => problemOf(field, answers[index] ?? ''));
    setProblems(found);
    const count = found.filter(Boolean).length;
    if (count > 0) {
      announcer.alert(words.t('form.errors_summary', { count }));
      focusIn(form.current, found.findIndex(Boolean));
      return;
    }
    setProgress('sending');
    const outcome = await send().catch((error: unknown) => {
      onError(error, 'form');
      return 'failed' as const;
    });
    if (outcome !== 'done') {
      setProgress('failed');
      announcer.alert(words.t('form.failed'));
      return;
    }
    focus.toStart();
    announcer.say(words.t('form.sent'));
    setProgress('done');
    scroll.keep();
  }

  if (progress === 'done') return <FormDone />;
  return (
    <form
      class="form-card"
      ref={form}
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void submit();
      }}
    >
      {fields.map((field, index) => (
        <FormFieldView
          key={index}
          field={field}
          answer={answers[index] ?? ''}
          problem={problems[index]}
          onChange={(answer) => change(index, answer)}
        />
      ))}
      {progress === 'failed' && <p class="is-problem">{words.t('form.failed')}</p>}
      <button type="submit" class="button is-main" tabIndex={-1} aria-disabled={progress === 'sending'}>
        {progress === 'sending' && <span class="spinner" aria-hidden="true" />}
        {words.t(progress === 'sending' ? 'form.sending' : 'form.submit')}
      </button>
    </form>
  );
}

function focusIn(form: HTMLFormElement | null, index: number): void {
  form?.querySelectorAll('.form-field')[index]?.querySelector<HTMLElement>('input,select,textarea,button')?.focus();
}
