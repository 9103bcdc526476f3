import type { FilledField, Form, FormField, FormOption, GroupId } from '../../domain';
import { isObject, Reader } from '../reader';
import { LINE, mayCut, mayFlag, mayId, mayWhole, someOf, TEXT } from './values';

const MOST_FIELDS = 100;
const MOST_OPTIONS = 200;

/** An empty form. Form, Customer Chat API v3.6 and v3.0. Fields without ids are counted, as ticket forms have none. */
export function readForm(from: Reader, idKey = 'id'): Form {
  let count = 0;
  return {
    id: mayId(from, idKey),
    fields: someOf(from, 'fields', MOST_FIELDS, (field): FormField => {
      const id = mayId(field, 'id') ?? String(count);
      count += 1;
      return {
        id,
        type: field.id('type'),
        label: mayCut(field, 'label') ?? '',
        isRequired: mayFlag(field, 'required') ?? false,
        options: someOf(field, 'options', MOST_OPTIONS, readOption),
        commentLabel: mayCut(field, 'comment_label'),
        isChecked: mayFlag(field, 'checked'),
      };
    }),
  };
}

function readOption(from: Reader): FormOption {
  const groupId = mayWhole<GroupId>(from, 'group_id');
  return {
    id: mayId(from, 'id') ?? (groupId === undefined ? from.fail('id', 'id') : String(groupId)),
    label: mayCut(from, 'label') ?? '',
    groupId,
    isChecked: mayFlag(from, 'checked'),
  };
}

/** What the customer answered. Filled form, Customer Chat API v3.6 and v3.0. */
export function readFilledFields(from: Reader): FilledField[] {
  let count = 0;
  return someOf(from, 'fields', MOST_FIELDS, (field): FilledField => {
    const id = mayId(field, 'id') ?? String(count);
    count += 1;
    return {
      id,
      type: field.id('type'),
      label: mayCut(field, 'label') ?? '',
      answers: answersOf(field),
      isChecked: mayFlag(field, 'answer'),
    };
  });
}

/** A text, an option with a label, or a list of them: the type of the field says which, and need not be known. */
function answersOf(field: Reader): string[] {
  const one = field.any('answer');
  const many = field.any('answers');
  const raw: unknown[] = Array.isArray(many) ? many.slice(0, MOST_OPTIONS) : [one];
  return raw.flatMap((answer) => {
    const from = new Reader(isObject(answer) ? answer : { label: answer }, 'answer');
    return mayCut(from, 'label', isObject(answer) ? LINE : TEXT) ?? [];
  });
}
