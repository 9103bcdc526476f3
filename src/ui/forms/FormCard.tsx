import type { FormEvent } from '../../domain';
import { useUi } from '../ui-context';
import { FormDone } from './FormDone';
import { FormFields } from './FormFields';
import { useForm } from './use-form';

/** A form that stands in the chat. */
export function FormCard({ event: { id, form, formType } }: { readonly event: FormEvent }) {
  const { session, words } = useUi();
  const filling = useForm({
    form,
    draft: id,
    send: async (answers) => session.rest.peek()?.fillForm(form, formType, answers) ?? 'failed',
  });
  if (filling.progress === 'done') return <FormDone />;
  return (
    <div class="form-card">
      {formType === 'ask_for_email' && <p class="form-title">{words.t('form.ask_email_title')}</p>}
      <FormFields filling={filling} submit={words.t('form.submit')} isInLog />
    </div>
  );
}
