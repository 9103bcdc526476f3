import type { FormAnswers, Rating } from '../session-rest';
import type { Form, GroupId } from '../types';

/** What the answers to a form mean besides being its answers. */
export interface Meanings {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly groupId?: GroupId | undefined;
  readonly rating?: Rating | undefined;
  readonly wantsTranscript: boolean;
}

/** A rating is answered with `good` or `bad`; its comment stands under the same id with `:comment`. */
export function meaningsOf(form: Form, answers: FormAnswers): Meanings {
  const textOf = (type: string): string | undefined => {
    const field = form.fields.find((each) => each.type === type);
    const answer = field && answers.get(field.id);
    return (typeof answer === 'string' && answer.trim()) || undefined;
  };
  const chooser = form.fields.find(({ type }) => type === 'group_chooser');
  const chosen = chooser && [answers.get(chooser.id)].flat()[0];
  const rating = form.fields.find(({ type }) => type === 'rating');
  const score = rating && [answers.get(rating.id)].flat()[0];
  const comment = rating && answers.get(`${rating.id}:comment`);
  const box = form.fields.find(({ type }) => type === 'checkbox_for_email');
  return {
    name: textOf('name'),
    email: textOf('email'),
    groupId: chooser?.options.find(({ id }) => id === chosen)?.groupId,
    rating:
      score === 'good' || score === 'bad' ? { score, comment: typeof comment === 'string' ? comment : '' } : undefined,
    wantsTranscript: box !== undefined && answers.get(box.id) === true,
  };
}
