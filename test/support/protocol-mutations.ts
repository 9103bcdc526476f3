import { fc } from './cases';

/** One spoiling of one place in a frame: which place, what is done, and with which value. */
export type Mutation = readonly [steps: readonly number[], deed: number, value: number];

export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.tuple(fc.array(fc.nat(40), { minLength: 1, maxLength: 9 }), fc.nat(8), fc.nat(60)),
  { minLength: 1, maxLength: 4 },
);

// JSON as text: what it makes is made anew for each use, and `__proto__` is a name like any other in it.
const hostile = [
  'null',
  'true',
  'false',
  '0',
  '-1',
  '"@1e999"',
  '"@-1e999"',
  '1.5',
  '9007199254740993',
  '1e21',
  '""',
  '" "',
  '"agents"',
  '"__proto__"',
  '"constructor"',
  '"\\ud800"',
  '"\\u0000\\u202e"',
  '"javascript:alert(1)"',
  '"2026-02-30T25:61:61.999999Z"',
  '"9999-12-31T23:59:59.999999999Z"',
  '"NaN"',
  '[]',
  '{}',
  '[null]',
  '[[[[]]]]',
  '["a",1,null,{}]',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"value":{"value":"@1e999"}}',
  '{"length":1e9}',
  '{"toString":null,"valueOf":null}',
  '{"id":"x","type":"message","text":"y"}',
  `"${'x'.repeat(3_000)}"`,
  `[${'{},'.repeat(600)}{}]`,
  `{${Array.from({ length: 300 }, (_, index) => `"k${index}":"v"`).join(',')}}`,
  `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`,
  '"file"',
  '"rich_message"',
  '"form"',
  '"filled_form"',
  '"system"',
  '"custom"',
  '"customer"',
];
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'type', 'id', 'events', 'users', ''];

type Holder = Record<string, unknown>;

function put(holder: Holder, key: string, value: unknown): void {
  if (Array.isArray(holder) && key === 'length') return;
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Walks down from `frame` and does it there. Changes `frame`. */
function mutate(frame: Holder, [steps, deed, choice]: Mutation): void {
  let holder = frame;
  let key = '';
  for (const step of steps) {
    const keys = Object.keys(holder);
    if (keys.length === 0) break;
    key = keys[step % keys.length] as string;
    const next = holder[key];
    if (typeof next !== 'object' || next === null) break;
    if (step !== steps.at(-1)) holder = next as Holder;
  }
  const value: unknown = JSON.parse(hostile[choice % hostile.length] as string);
  if (deed === 0) Reflect.deleteProperty(holder, key);
  else if (deed === 1) put(holder, names[choice % names.length] as string, value);
  else if (deed === 2 && Array.isArray(holder[key])) put(holder, key, [...(holder[key] as unknown[]), value, value]);
  else if (deed === 3 && Array.isArray(holder[key])) put(holder, key, Array(600).fill((holder[key] as unknown[])[0]));
  else if (deed === 4) put(holder, key, [holder[key], value]);
  else if (deed === 5) put(holder, key, { value: holder[key] });
  else if (deed === 6) put(holder, key, JSON.stringify(holder[key]));
  else put(holder, key, value);
}

/** A frame spoilt, as text. Numbers too large to be any are written only here: an object would lose them again. */
export function spoil(text: string, deeds: readonly Mutation[], pick = (frame: Holder): unknown => frame): string {
  const frame = JSON.parse(text) as Holder;
  for (const deed of deeds) mutate(frame, deed);
  return (JSON.stringify(pick(frame)) ?? 'null').replace(/"@(-?1e999)"/g, '$1');
}
