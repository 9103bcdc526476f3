import type { FormAnswers, FormField } from '../../domain';
import type { PlainKey } from '../i18n/catalogue';

/** What stands in a field: a text, the ids that are chosen, or whether a box is ticked. */
export type Answer = string | readonly string[] | boolean;

export const MOST_FIELDS = 100;
export const MOST_OPTIONS = 500;

export type FieldShape = 'header' | 'line' | 'lines' | 'one' | 'list' | 'several' | 'rating' | 'box' | 'unknown';

const SHAPES = new Map<string, FieldShape>([
  ['header', 'header'],
  ['name', 'line'],
  ['email', 'line'],
  ['question', 'line'],
  ['subject', 'line'],
  ['textarea', 'lines'],
  ['radio', 'one'],
  ['select', 'list'],
  ['group_chooser', 'list'],
  ['checkbox', 'several'],
  ['rating', 'rating'],
  ['checkbox_for_email', 'box'],
]);

/** How a field is shown. A type that we do not know is a line to read: nobody types a password here. */
export function shapeOf(field: FormField): FieldShape {
  const shape = SHAPES.get(field.type) ?? 'unknown';
  const isChoice = shape === 'one' || shape === 'list' || shape === 'several';
  return isChoice && field.options.length === 0 ? 'unknown' : shape;
}

export function firstAnswer(
  field: FormField,
  known: { readonly name?: string | undefined; readonly email?: string | undefined },
): Answer {
  switch (shapeOf(field)) {
    case 'box':
      return field.isChecked ?? false;
    case 'one':
    case 'list':
    case 'several':
      return field.options.filter((option) => option.isChecked).map((option) => option.id);
    default:
      return (field.type === 'name' && known.name) || (field.type === 'email' && known.email) || '';
  }
}

// As HTML has it, and names of other scripts.
const EMAIL =
  /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}][\p{L}\p{N}-]{0,62})*$/u;

export function isEmail(text: string): boolean {
  return EMAIL.test(text.trim());
}

/** What is wrong with an answer, if it is. */
export function problemOf(field: FormField, answer: Answer): PlainKey | undefined {
  const shape = shapeOf(field);
  if (shape === 'header' || shape === 'unknown') return undefined;
  if (shape === 'box') return field.isRequired && answer !== true ? 'form.consent_required' : undefined;
  const isEmpty = typeof answer === 'string' ? answer.trim() === '' : Array.isArray(answer) && answer.length === 0;
  if (isEmpty) return field.isRequired ? missing[shape] : undefined;
  return field.type === 'email' && !isEmail(String(answer)) ? 'form.email_error' : undefined;
}

const missing = {
  line: 'form.required_error',
  lines: 'form.required_error',
  one: 'form.choice_required',
  list: 'form.choice_required',
  rating: 'form.choice_required',
  several: 'form.choices_required',
} as const;

/** By the id of the field; a rating is told by itself. Fields left empty are left out. */
export function answersOf(fields: readonly FormField[], answers: readonly Answer[]): FormAnswers {
  const given = new Map<string, Answer>();
  fields.forEach((field, index) => {
    const answer = answers[index];
    const shape = shapeOf(field);
    if (answer === undefined || shape === 'header' || shape === 'unknown' || shape === 'rating') return;
    const plain = typeof answer === 'string' ? answer.trim() : answer;
    if (plain !== '' && !(Array.isArray(plain) && plain.length === 0)) given.set(field.id, plain);
  });
  return given;
}
