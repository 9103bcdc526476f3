import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Frame } from './sandbox-peer';

const root = fileURLToPath(new URL('../fixtures/v3.0/', import.meta.url));

export const fixtureNames = (folder: 'customer' | 'agent'): readonly string[] =>
  readdirSync(`${root}${folder}`)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));

export const readFixture = (folder: 'customer' | 'agent', name: string): Frame =>
  JSON.parse(readFileSync(`${root}${folder}/${name}.json`, 'utf8'));

/** Names that people choose: what is under them has a shape, but they themselves have not. */
const OPEN: readonly (readonly [RegExp, (value: Frame) => Frame])[] = [
  [/\.(?:properties|global_properties)$/, (value) => ({ '*': Object.values(value)[0] && anyOf(Object.values(value)) })],
  [/\.properties\.\*$/, (value) => (Array.isArray(value) ? value : { '*': anyOf(Object.values(value)) })],
  [
    /\.(?:last_event_per_type|groups_status|chats)$/,
    (value) => (Array.isArray(value) ? value : anyOf(Object.values(value))),
  ],
  [/\.(?:customer|users\[\]|customers\[\]|payload)\.fields$/, () => 'open'],
  [/\.(?:content|text_vars|customer_side_storage|elements|postback)$/, () => 'open'],
  [/\.event\.fields$/, () => 'open'],
  [/\.events\[\]\.fields$/, () => 'open'],
];

const anyOf = (values: readonly Frame[]) => values[0];

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/],
  ['uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  ['event id', /^[A-Z0-9]{10}_\d+$/],
  ['chat or thread id', /^[A-Z0-9]{10}$/],
  ['e-mail', /^\S+@\S+\.(?:example|org)$/],
];

/** What a frame looks like when its values are forgotten: the kind of each leaf, by its path. */
export function shapeOf(value: Frame, path = ''): readonly string[] {
  const [, open] = OPEN.find(([pattern]) => pattern.test(path)) ?? [];
  const seen = open && typeof value === 'object' && value !== null ? open(value) : value;
  if (seen === 'open') return [`${path}: open`];
  if (Array.isArray(seen)) return [...new Set(seen.flatMap((item) => shapeOf(item, `${path}[]`)))];
  if (typeof seen === 'object' && seen !== null) {
    return Object.entries(seen).flatMap(([key, item]) => shapeOf(item, `${path}.${key}`));
  }
  if (seen === undefined) return [];
  const kind =
    typeof seen === 'string' ? (KINDS.find(([, pattern]) => pattern.test(seen))?.[0] ?? 'text') : typeof seen;
  return [`${path}: ${kind}`];
}

export interface Differences {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** What one of two frames has and the other has not, without what is known to be optional. */
export function compareShapes(sample: Frame, frame: Frame, optional: readonly RegExp[]): Differences {
  const isFixed = (line: string) => !optional.some((pattern) => pattern.test(line));
  const [there, here] = [shapeOf(sample), shapeOf(frame)];
  return {
    missing: there.filter((line) => !here.includes(line)).filter(isFixed),
    extra: here.filter((line) => !there.includes(line)).filter(isFixed),
  };
}

/** Among those of the same name and kind, one that looks the same; otherwise what is different in the nearest. */
export function nearestShape(
  sample: Frame,
  frames: readonly Frame[],
  optional: readonly RegExp[],
): Differences | undefined {
  const kindOf = ({ action, payload }: Frame) =>
    [action, payload?.event?.type, payload?.event?.system_message_type, payload?.reason, payload?.type].join();
  return frames
    .filter((frame) => kindOf(frame) === kindOf(sample))
    .map((frame) => compareShapes(sample, frame, optional))
    .sort((a, b) => a.missing.length + a.extra.length - b.missing.length - b.extra.length)[0];
}
