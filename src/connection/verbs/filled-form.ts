import type { FormField, FormOption, OutgoingEvent } from '../../domain';
import type { Json } from '../../protocol';

type FilledForm = Extract<OutgoingEvent, { kind: 'filled-form' }>;

/** Fields that are left empty are named without an answer; headers and ratings are no part of what is answered. */
export function writeFilledForm({ customId, form, formType, answers }: FilledForm): Json {
  const fields = form.fields.filter(({ type }) => !['header', 'rating'].includes(type));
  return {
    type: 'filled_form',
    custom_id: customId,
    recipients: 'all',
    form_id: form.id ?? '',
    fields: fields.map((field) => ({
      type: field.type,
      id: field.id,
      label: field.label,
      ...writeAnswer(field, answers.get(field.id)),
    })),
    ...((formType === 'prechat' || formType === 'postchat') && { properties: { lc2: { form_type: formType } } }),
  };
}

function writeAnswer(field: FormField, answer: string | readonly string[] | boolean | undefined): Json {
  if (typeof answer === 'boolean') return { answer };
  if (field.options.length === 0) return typeof answer === 'string' && answer.trim() ? { answer: answer.trim() } : {};
  const chosen = field.options.filter(({ id }) => [answer].flat().includes(id)).map(writeOption);
  if (chosen.length === 0) return {};
  return field.type === 'checkbox' ? { answers: chosen } : { answer: chosen[0] };
}

function writeOption({ id, label, groupId }: FormOption): Json {
  return groupId === undefined ? { id, label } : { id, group_id: groupId, label };
}
