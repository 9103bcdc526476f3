import type { Fields, Json } from '../../fields';
import { isObject } from '../../fields';

type Passes = (customer: Json) => boolean;

const WORDS = ['name', 'email', 'customer_id', 'country'];
const COUNTERS = ['chats_count', 'threads_count', 'visits_count'];
const TIMES = ['created_at', 'agent_last_event_created_at', 'customer_last_event_created_at'];

const COMPARE = new Map<string, (one: number | string, other: number | string) => boolean>([
  ['lte', (one, other) => one <= other],
  ['lt', (one, other) => one < other],
  ['gte', (one, other) => one >= other],
  ['gt', (one, other) => one > other],
  ['eq', (one, other) => one === other],
]);

/** Which customers are asked for; all of the filters have to fit. */
export function readCustomerFilters(filters: Fields | undefined): Passes {
  if (!filters) return () => true;
  const tests = [
    ...WORDS.flatMap((name) => readWords(filters, name)),
    ...COUNTERS.flatMap((name) => readRange(filters, name, (range, key) => range.optionalInteger(key))),
    ...TIMES.flatMap((name) =>
      readRange(filters, name, (range, key) => (range.has(key) ? range.time(key) : undefined)),
    ),
  ];
  return (customer) => tests.every((passes) => passes(customer));
}

function readWords(filters: Fields, name: string): readonly Passes[] {
  const filter = filters.optionalObject(name);
  const values = filter?.strings('values');
  const excluded = filter?.strings('exclude_values') ?? [];
  if (!filter) return [];
  return [
    (customer) => {
      const word = wordOf(customer, name);
      return (!values || values.includes(word)) && !excluded.includes(word);
    },
  ];
}

function readRange(
  filters: Fields,
  name: string,
  read: (range: Fields, key: string) => number | string | undefined,
): readonly Passes[] {
  const range = filters.optionalObject(name);
  if (!range) return [];
  return [...COMPARE].flatMap(([key, compare]) => {
    const limit = read(range, key);
    if (limit === undefined) return [];
    return [
      (customer: Json) => {
        const value = numberOrTime(customer, name);
        return value !== undefined && compare(value, limit);
      },
    ];
  });
}

function wordOf(customer: Json, name: string): string {
  if (name !== 'country') return textOf(customer[name === 'customer_id' ? 'id' : name]);
  const visit = customer['last_visit'];
  const place = isObject(visit) ? visit['geolocation'] : undefined;
  return textOf(isObject(place) ? place['country'] : undefined);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

function numberOrTime(customer: Json, name: string): number | string | undefined {
  const counters = customer['statistics'];
  const value = customer[name] ?? (isObject(counters) ? counters[name] : undefined);
  return typeof value === 'number' || typeof value === 'string' ? value : undefined;
}
