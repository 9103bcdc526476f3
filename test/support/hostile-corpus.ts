import { readFileSync } from 'node:fs';

type Json = { [key: string]: unknown };

export interface Entry {
  readonly id: string;
  readonly category: string;
  readonly carrier: string;
  /** From the payload of the carrier's frame. Empty: all of it. */
  readonly path: readonly string[];
  /** Something beside the last step of the path. */
  readonly beside: readonly [key: string, value: string] | undefined;
  readonly payload: unknown;
  readonly mustNot: readonly string[];
}

/** Who the carriers speak of, in the chat in which they are sent. */
export interface HostilePlace {
  readonly chatId: string;
  readonly threadId: string;
  readonly agentId: string;
  readonly customerId: string;
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/hostile/${name}.json`, import.meta.url), 'utf8'));

const carriers = new Map(Object.entries(read('carriers') as Record<string, Json>));

export const corpus: readonly Entry[] = (read('payloads') as readonly Json[]).map((entry) => {
  const [carrier = '', path = '', beside] = String(entry['where']).split('#');
  return {
    id: String(entry['id']),
    category: String(entry['category']),
    carrier,
    path: path === '' ? [] : path.split('.'),
    beside: beside ? (beside.split('=') as [string, string]) : undefined,
    // Some are megabytes, and not every test needs them.
    get payload() {
      return expand(entry['payload']);
    },
    mustNot: entry['mustNot'] as string[],
  };
});

/** A text, or the bytes of a binary frame. */
export type Frame = string | Buffer;

/** The frames of an entry, in the order in which they come. None: it does not come over the line. */
export function framesOf(entry: Entry, place: HostilePlace, number: number, at: string): readonly Frame[] {
  const { carrier, path, payload } = entry;
  const settle = (frame: unknown) => inPlace(typeof frame === 'string' ? frame : JSON.stringify(frame), place);
  if (carrier === 'frames') return (payload as unknown[]).map(settle);
  if (carrier === 'frame') return [path[0] === 'binary' ? Buffer.from(String(payload), 'hex') : settle(payload)];
  const frame = carriers.get(carrier);
  return frame?.['type'] === 'push' ? [settle(spoil(fresh(frame, carrier, number, at), entry))] : [];
}

/** The answer that the service would have given, with the payload in it. */
export function spoiltAnswer(entry: Entry, good: Json, place: HostilePlace): string {
  const { error } = (carriers.get(entry.carrier)?.['payload'] ?? {}) as Json;
  const answer = error === undefined ? good : { ...good, success: false, payload: { error } };
  return inPlace(JSON.stringify(spoil(structuredClone(answer), entry)), place);
}

/** Today's push of an event, in the words of v3.0. */
export function asOf30(text: string, order: number): string {
  const frame = JSON.parse(text) as Json;
  const event = (frame['payload'] as Json)['event'];
  if (frame['action'] !== 'incoming_event' || typeof event !== 'object' || !event) return text;
  const { created_at, ...rest } = event as Json;
  const time = typeof created_at === 'string' ? Math.floor(Date.parse(created_at) / 1000) : created_at;
  Object.assign(frame, { version: '3.0' });
  define(frame['payload'] as Json, 'event', { timestamp: time, order, ...rest });
  return JSON.stringify(frame);
}

/** An event of its own, for one that is there already would be left out. What is about an event is about `THREAD1_t…`. */
function fresh(carrier: Json, name: string, number: number, at: string): Json {
  const letter = name.startsWith('incoming_event') ? 'h' : 't';
  return JSON.parse(
    JSON.stringify(carrier)
      .replaceAll('"THREAD1_1"', `"THREAD1_${letter}${number}"`)
      .replaceAll('2026-01-05T10:00:01.000000Z', at)
      .replaceAll('"unique_id":"G1"', `"unique_id":"G${number}"`)
      .replaceAll(
        '"order":1,"timestamp":1767607201',
        `"order":${1_000 + number},"timestamp":${Math.floor(Date.parse(at) / 1000)}`,
      ),
  ) as Json;
}

function spoil(frame: Json, { path, beside, payload }: Entry): Json {
  const steps = ['payload', ...path];
  const last = steps.pop() as string;
  let holder: Json = frame;
  steps.forEach((step, at) => {
    const isList = /^\d+$/.test(steps[at + 1] ?? last);
    const next = Object.hasOwn(holder, step) ? holder[step] : undefined;
    if (typeof next !== 'object' || next === null) define(holder, step, isList ? [] : {});
    holder = holder[step] as Json;
  });
  if (beside) define(holder, ...beside);
  define(holder, last, payload);
  return frame;
}

const inPlace = (text: string, { chatId, threadId, agentId, customerId }: HostilePlace) =>
  text
    .replaceAll(/CHAT1\b/g, chatId)
    .replaceAll(/THREAD1(?![0-9])/g, threadId)
    .replaceAll(/AGENT1\b/g, agentId)
    .replaceAll(/CUSTOMER1\b/g, customerId);

/** Also `__proto__` becomes a key like others. */
function define(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function expand(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expand);
  if (typeof value !== 'object' || value === null) return value;
  const { $gen, ...given } = value as Json;
  if (typeof $gen === 'string') return generate($gen, given);
  const copy = {};
  for (const [key, part] of Object.entries(value)) define(copy, key, expand(part));
  return copy;
}

function generate(kind: string, given: Json): unknown {
  const times = Number(given['times']);
  switch (kind) {
    case 'repeat':
      return String(given['unit']).repeat(times);
    case 'concat':
      return (given['parts'] as unknown[]).map(expand).join('');
    case 'array':
      return Array.from({ length: times }, () => expand(given['of']));
    case 'keys':
      return keys(String(given['prefix']), times, given['value']);
    case 'nest':
      return nest(given);
    default:
      throw new Error(`No generator ${kind}`);
  }
}

function keys(prefix: string, times: number, value: unknown): object {
  const holder = {};
  for (let at = 0; at < times; at++) define(holder, `${prefix}${at}`, expand(value));
  return holder;
}

function nest({ key, times, leaf }: Json): unknown {
  let value = expand(leaf);
  for (let at = 0; at < Number(times); at++) {
    if (typeof key === 'string') {
      const holder = {};
      define(holder, key, value);
      value = holder;
    } else value = [value];
  }
  return value;
}
