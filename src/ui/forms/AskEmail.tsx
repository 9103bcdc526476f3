import { useId } from 'preact/hooks';
import type { FormField } from '../../domain';
import { useOwnRest, useUi } from '../ui-context';
import { FormFields } from './FormFields';
import { useForm } from './use-form';

/** Where the answer shall go, while nobody is there. One may go on writing. */
export function AskEmail() {
  const { session, words, focus } = useUi();
  const { useFocusHandover } = useOwnRest();
  const id = `natter-ask-email-${useId()}`;
  const place = useFocusHandover<HTMLElement>(focus.toStart);
  const field: FormField = {
    id: 'email',
    type: 'email',
    label: words.t('form.email_label'),
    isRequired: true,
    options: [],
  };
  const filling = useForm({
    form: { fields: [field] },
    draft: 'ask-email',
    send: async (answers) => session.rest.peek()?.followUpByEmail(String(answers.get('email'))) ?? 'failed',
  });
  return (
    <section class="form-card form-around" aria-labelledby={id} ref={place}>
      <h3 id={id}>{words.t('form.ask_email_title')}</h3>
      <p>{words.t('form.ask_email_text')}</p>
      <FormFields filling={filling} submit={words.t('form.submit')} labelledBy={id} />
    </section>
  );
}
