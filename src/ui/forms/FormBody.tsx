import type { FilledForm, FormEvent } from '../../domain';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';
import { FilledFormCard } from './FilledFormCard';
import { FormCard } from './FormCard';
import { FormDone } from './FormDone';

/** A form to fill in, or one that was. The first becomes a line when its answers are in the chat. */
export function FormBody({ content }: { readonly content: FormEvent | FilledForm }) {
  return content.kind === 'form' ? <EmptyForm event={content} /> : <FilledFormCard filled={content} />;
}

function EmptyForm({ event }: { readonly event: FormEvent }) {
  const { session } = useUi();
  const isAnswered = useValue(() =>
    session.timeline.items.value.some(
      (item) => item.kind === 'content' && item.content.kind === 'filled-form' && item.content.formId === event.form.id,
    ),
  );
  return isAnswered ? <FormDone /> : <FormCard event={event} />;
}
