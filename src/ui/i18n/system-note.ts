import type { SystemItem } from '../../domain';
import { cleanLine } from '../text/clean-line';
import { amount } from './amount';
import { fill, type Part } from './fill';
import type { Words } from './words';

const THEIRS = /(%\w+%)/;

type Vars = ReadonlyMap<string, string>;

/** Our words for a system message, by its code. The service's own sentence where we have none, or miss a value. */
export function systemNoteParts(words: Words, { note, isOwn }: Pick<SystemItem, 'note' | 'isOwn'>): readonly Part[] {
  const vars = withOneSpelling(note.vars);
  const key = `system.${note.code.replaceAll('.', '_')}${variantOf(note.code, vars)}`;
  const phrase = (isOwn ? words.find(`${key}_self`) : undefined) ?? words.find(key);
  const lookUp = (name: string): Part | undefined => {
    const value = valueIn(words, vars, note.code, name);
    return value === undefined ? undefined : { value };
  };
  const names = phrase?.match(/\w+(?=\})/g) ?? [];
  if (phrase && names.every((name) => valueIn(words, vars, note.code, name))) return fill(phrase, lookUp);
  return fill(cleanLine(note.text, 500), lookUp, THEIRS);
}

function valueIn(words: Words, vars: Vars, code: string, name: string): string | undefined {
  const raw = vars.get(name);
  if (raw === undefined) return undefined;
  if (name !== 'duration') return cleanLine(raw, 300);
  // Days of a ban, minutes of everything else.
  const value = Number(raw);
  if (!raw || !Number.isFinite(value)) return undefined;
  return amount(words, value, code === 'customer_banned' ? 'day' : 'minute');
}

function variantOf(code: string, vars: Vars): string {
  if (code === 'routing.assigned_other') return vars.has('agent_added') && vars.has('agent_removed') ? '_named' : '';
  if (code !== 'customer_updated') return '';
  if (vars.has('customer_name') && vars.has('customer_email')) return '_both';
  return vars.has('customer_name') ? '_name' : '_email';
}

function withOneSpelling(vars: Vars): Vars {
  const email = vars.get('customers_email');
  return email === undefined || vars.has('customer_email') ? vars : new Map(vars).set('customer_email', email);
}
