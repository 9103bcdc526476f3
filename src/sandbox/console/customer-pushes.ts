import type { Customer, User } from './model';
import { type Json, readNumber, readObject, readText, readTime, toObject } from './read';
import { changeCustomer, readPage, visitPage } from './wire-user';

/** What a push says of one customer, whatever chats they have: whom, and what is different now. */
export interface CustomerChange {
  readonly id: string;
  readonly change: (user: User) => User;
}

type Change = (user: User, payload: Json) => User;

/** By push: the name of the field with the customer's id, and the change. */
const changes: ReadonlyMap<string, readonly [idKey: string, change: Change]> = new Map<string, [string, Change]>([
  ['customer_updated', ['id', changeCustomer]],
  ['incoming_customer', ['id', (user, payload) => unbanned(changeCustomer(user, { online: true, ...payload }))]],
  ['customer_page_updated', ['customer_id', inCustomer((old, payload) => visitPage(old, readPage(payload)))]],
  ['customer_left', ['id', inCustomer((old, payload) => ({ ...old, isOnline: false, leftAt: leftAt(payload) }))]],
  ['customer_statistics_updated', ['customer_id', changeCustomer]],
  // No push of the API, which has none for it: the console tells itself.
  ['customer_unbanned', ['customer_id', unbanned]],
  ['customer_banned', ['customer_id', inCustomer((old, payload) => ({ ...old, bannedDays: daysOf(payload) }))]],
]);

export function customerChange(action: string, payload: unknown): CustomerChange | undefined {
  const [idKey, change] = changes.get(action) ?? [];
  const fields = toObject(payload);
  const id = readText(fields, idKey ?? '');
  return id && change ? { id, change: (user) => change(user, fields) } : undefined;
}

function inCustomer(change: (customer: Customer, payload: Json) => Customer): Change {
  return (user, payload) => (user.customer ? { ...user, customer: change(user.customer, payload) } : user);
}

/** Who is let in again is not banned any more. */
function unbanned(user: User): User {
  return user.customer ? { ...user, customer: { ...user.customer, bannedDays: undefined } } : user;
}

function leftAt(payload: Json): string {
  return readTime(payload, 'left_at');
}

function daysOf(payload: Json): number | undefined {
  return readNumber(readObject(payload, 'ban'), 'days');
}
