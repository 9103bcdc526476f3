import type { FormField } from '../../domain';
import { type Answer, firstAnswer, shapeOf } from './answers';

const MOST_CHARACTERS = 10_000;
/** Where the same question has another wording in another form. */
const SAME_EVERYWHERE = new Set(['name', 'email', 'subject', 'textarea']);

/** An answer with what it answers, so that it fits into another form that asks the same. */
interface Kept {
  readonly type: string;
  readonly label: string;
  readonly answer: unknown;
}

/** What was answered before, else what is known of the customer. `kept` is as foreign as all that is stored. */
export function restored(
  fields: readonly FormField[],
  kept: unknown,
  known: Parameters<typeof firstAnswer>[1],
  /** What is known of these is not asked. */
  locked: readonly string[] = [],
): readonly Answer[] {
  const before = keptIn(kept);
  return fields.map((field) => {
    if (locked.includes(field.type) && known[field.type as 'name' | 'email']) return firstAnswer(field, known);
    const same = before.find(({ type, label }) => type === field.type && label === field.label);
    const found = same ?? (SAME_EVERYWHERE.has(field.type) && before.find(({ type }) => type === field.type));
    return (found && fitting(field, found.answer)) || firstAnswer(field, known);
  });
}

/** To be kept. What other forms asked stays. */
export function draftOf(fields: readonly FormField[], answers: readonly Answer[], before: unknown): readonly Kept[] {
  const now = fields.map(({ type, label }, index): Kept => ({ type, label, answer: answers[index] }));
  const others = keptIn(before).filter(
    (one) => !now.some(({ type, label }) => type === one.type && label === one.label),
  );
  return [...now, ...others].filter(({ type, answer }) => type !== 'header' && answer !== '');
}

/** Whom one wanted to talk to is asked again. */
export function withoutGroup(before: unknown): readonly Kept[] {
  return keptIn(before).filter(({ type }) => type !== 'group_chooser');
}

function keptIn(draft: unknown): readonly Kept[] {
  if (!Array.isArray(draft)) return [];
  return draft.flatMap((raw: unknown): Kept[] => {
    const { type, label, answer } = Object(raw) as Partial<Kept>;
    return typeof type === 'string' && typeof label === 'string' ? [{ type, label, answer }] : [];
  });
}

/** Only what this field could have been answered with. */
function fitting(field: FormField, answer: unknown): Answer | undefined {
  switch (shapeOf(field)) {
    case 'box':
      return typeof answer === 'boolean' ? answer : undefined;
    case 'one':
    case 'list':
    case 'several':
      return Array.isArray(answer) ? field.options.map(({ id }) => id).filter((id) => answer.includes(id)) : undefined;
    default:
      return typeof answer === 'string' ? answer.slice(0, MOST_CHARACTERS) : undefined;
  }
}
