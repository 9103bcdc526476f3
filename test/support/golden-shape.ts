import { readdirSync, readFileSync } from 'node:fs';
import type { Frame } from './sandbox-peer';

const folder = new URL('../fixtures/v3.6/customer/', import.meta.url);

export const goldenNames: readonly string[] = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

export const readGolden = (name: string): Frame => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/],
  ['uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  ['32 hex', /^[0-9a-f]{32}$/],
  ['event id', /^[A-Z0-9]{10}_\d+$/],
  ['short id', /^[A-Z0-9]{10}$/],
];

/** Names that people choose: a map of something, or nothing that we could compare. */
const OPEN = new Set([
  'properties',
  'content',
  'text_vars',
  'customer_side_storage',
  'groups_status',
  'session_fields',
]);

/** Filled in by the server for whoever it knows something of. */
const OPTIONAL =
  /(?:users\[customer\]\.(?:name|email|session_fields|events_seen_up_to|avatar|address\.\w+|phone_number|email_verified)|events\[\w+\]\.properties|event\.properties): |^\.request_id: /;

function kindOf(value: unknown): string {
  if (value === null || typeof value !== 'string') return value === null ? 'null' : typeof value;
  return KINDS.find(([, pattern]) => pattern.test(value))?.[0] ?? 'text';
}

/** What a frame looks like when its values are forgotten: each leaf by its path. Items of lists by their type. */
export function shapeOf(value: Frame, path = ''): readonly string[] {
  if (Array.isArray(value)) {
    return [...new Set(value.flatMap((item) => shapeOf(item, `${path}[${labelOf(item)}]`)))];
  }
  if (/\.(?:author|user|requester)_id$/.test(path)) return [`${path}: user id`];
  if (typeof value !== 'object' || value === null) return [`${path}: ${kindOf(value)}`];
  return Object.entries(value).flatMap(([key, item]) => {
    if (OPEN.has(key)) return [`${path}.${key}: open`];
    if (key === 'last_event_per_type') {
      return Object.entries(item as object).flatMap(([type, last]) => shapeOf(last, `${path}.${key}[${type}]`));
    }
    return shapeOf(item, `${path}.${key}`);
  });
}

const labelOf = (item: Frame) => (typeof item?.type === 'string' ? item.type : '');

/** Every kind of item that the other one has none of is left out: lists are as long as the story made them. */
function missingIn(other: readonly string[], shape: readonly string[]): readonly string[] {
  return shape.filter((line) => {
    if (other.includes(line)) return false;
    const item = /^(.*\[[^\]]*\])/.exec(line)?.[1];
    return item === undefined || other.some((one) => one.startsWith(item));
  });
}

/** All frames that have this name and this type of event, to know what may be there as well. */
function relatives(sample: Frame): readonly string[] {
  const nameOf = (frame: Frame) => `${frame?.action} ${frame?.type} ${frame?.success} ${frame?.payload?.event?.type}`;
  return goldenNames
    .map(readGolden)
    .filter((frame) => nameOf(frame) === nameOf(sample))
    .flatMap((frame) => shapeOf(frame));
}

/** What of a sample is not in our frame, and what of ours is in no sample of that name. */
export function differences(sample: Frame, frame: Frame) {
  const [theirs, ours] = [shapeOf(sample), shapeOf(frame)];
  return {
    missing: missingIn(ours, theirs).filter((line) => !OPTIONAL.test(line)),
    extra: missingIn([...theirs, ...relatives(sample)], ours).filter((line) => !OPTIONAL.test(line)),
  };
}
