import type { FormField, FormOption, OutgoingEvent, SendOutcome } from '../../domain';
import type { Json } from '../../protocol';

type FilledForm = Extract<OutgoingEvent, { kind: 'filled-form' }>;

/** Fields that are left empty are named without an answer; headers and ratings are no part of what is answered. */
export function writeFilledForm({ customId, form, formType, answers }: FilledForm): Json {
  return {
    type: 'filled_form',
    custom_id: customId,
    recipients: 'all',
    form_id: form.id ?? '',
    fields: sentOf(form).map((field) => ({
      type: field.type,
      id: field.id,
      label: field.label,
      ...writeAnswer(field, answers.get(field.id)),
    })),
    ...((formType === 'prechat' || formType === 'postchat') && { properties: { lc2: { form_type: formType } } }),
  };
}

const sentOf = ({ fields }: FilledForm['form']) => fields.filter(({ type }) => !['header', 'rating'].includes(type));

/**
 * Which answers were refused. A `validation` error says it in its message, by the path of the field in the request:
 * "Wrong format of request: `payload.event.fields[1].answer` …". Customer Chat API v3.6.
 */
export function withFields(sent: SendOutcome, { form }: FilledForm): SendOutcome {
  if (sent.outcome !== 'refused') return sent;
  const { message } = Object(sent.details) as { message?: unknown };
  const paths = typeof message === 'string' ? message.slice(0, 2_000).matchAll(/\bfields[.[](\d{1,3})/g) : [];
  const fields = sentOf(form);
  const fieldIds = Array.from(paths, ([, index]) => fields[Number(index)]?.id).filter((id) => id !== undefined);
  return fieldIds.length > 0 ? { ...sent, fieldIds } : sent;
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
