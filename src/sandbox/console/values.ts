import type { PropertyValue } from './properties';

/** What was typed, as a value of the type that it has, or else of the type that it looks like. */
export function parseValue(text: string, old?: PropertyValue): PropertyValue {
  const trimmed = text.trim();
  if (typeof old === 'string') return text;
  if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true';
  return trimmed !== '' && Number.isFinite(Number(trimmed)) ? Number(trimmed) : text;
}

/** What a form says, by the names of its fields. */
export function valuesOf(form: HTMLFormElement): Readonly<Record<string, string>> {
  const entries = [...new FormData(form)];
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'string' ? value : '']));
}
