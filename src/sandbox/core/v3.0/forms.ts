import { isObject, type Json } from '../fields';
import type { Form } from '../forms/form';

const LATER = new Set(['subject', 'checkbox_for_email']);

/** Without fields that came later. Options always said whether they are chosen, and groups had no other id. */
export function writeForm({ id, fields }: Form): object {
  return { id, fields: fields.filter(({ type }) => !LATER.has(type)).map(writeField) };
}

function writeField(field: Form['fields'][number]): object {
  const { options } = field;
  return Array.isArray(options) ? { ...field, options: options.filter(isObject).map(writeOption) } : field;
}

function writeOption({ id, checked, ...option }: Json): object {
  const isGroup = option['group_id'] !== undefined;
  return { ...(id !== undefined && !isGroup && { id }), ...option, checked: checked === true };
}
