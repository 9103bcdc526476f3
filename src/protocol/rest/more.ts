import type { Chat, ChatEvent, Customer, GroupId, Queue, Thread } from '../../domain';
import { clean } from '../clean';
import type { More } from '../places';
import { isObject, Reader } from '../reader';
import { readWhole } from './content';
import { mayProperties, readProperties } from './properties';
import { mayCut, mayFlag, textsOf } from './values';

const MOST_SESSION_FIELDS = 100;
const MOST_GROUPS = 1_000;

/** Adds to what the core reads all that it leaves out. */
export function createMore(mostButtons: number): More {
  const readMore = (from: Reader, what: ChatEvent | Thread | Chat | Customer) => {
    if ('users' in what)
      return { ...what, groupIds: groupsOf(from.mayObject('access')), properties: mayProperties(from) };
    if ('events' in what) return { ...what, properties: mayProperties(from), queue: what.queue ?? queueOf(from) };
    return what.kind === 'customer' ? { ...what, ...fieldsOfCustomer(from) } : readWhole(from, what, mostButtons);
  };
  return readMore as More;
}

export function groupsOf(from: Reader, key = 'group_ids'): GroupId[] | undefined {
  if (!Array.isArray(from.any(key))) return undefined;
  return from.mayList<GroupId>(key, Number.isInteger).slice(0, MOST_GROUPS);
}

/** Where there is no word of its own for it, a place in the queue is told by properties of the thread. */
export function queueOf(from: Reader): Queue | undefined {
  const told = readProperties(from.mayObject('properties')).get('lc2');
  const count = (name: string) => {
    const value = told?.get(name);
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1e6 ? value : undefined;
  };
  const position = count('queue_pos');
  return position === undefined ? undefined : { position, waitSeconds: count('queue_waiting_time') ?? 0 };
}

export function fieldsOfCustomer(from: Reader) {
  return {
    isEmailVerified: mayFlag(from, 'email_verified'),
    phoneNumber: mayCut(from, 'phone_number'),
    sessionFields: readSessionFields(from),
  };
}

/** A list of objects with one key each (v3.6), or one object (v3.0): in the order in which they came. */
export function readSessionFields(from: Reader): ReadonlyMap<string, string> | undefined {
  const listed = from.any('session_fields');
  const objects = Array.isArray(listed) ? listed.slice(0, MOST_SESSION_FIELDS) : [from.any('fields')];
  const found = objects.flatMap((each) =>
    isObject(each) ? [...textsOf(new Reader(each, 'fields'), MOST_SESSION_FIELDS)] : [],
  );
  const fields = new Map(found.slice(0, MOST_SESSION_FIELDS).map(([name, value]) => [clean(name), value]));
  return fields.size > 0 ? fields : undefined;
}
