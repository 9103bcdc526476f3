import { signal } from '@preact/signals';
import { customerChange } from './customer-pushes';
import type { User } from './model';
import { type Json, readObjects, readText, toObject } from './read';
import { readUser } from './wire-user';

/** Who is on the site, as far as this agent may look: with or without a chat. */
export function createVisitors() {
  const visitors = signal<ReadonlyMap<string, User>>(new Map());

  function put(customers: readonly Json[]) {
    const users = customers.map((customer) => readUser({ ...customer, type: 'customer' }));
    visitors.value = new Map([
      ...visitors.peek(),
      ...users.flatMap((user): [string, User][] => (user ? [[user.id, onSite(user)]] : [])),
    ]);
  }

  function drop(id: string | undefined) {
    const rest = new Map(visitors.peek());
    if (rest.delete(id ?? '')) visitors.value = rest;
  }

  function hear(action: string, payload: unknown) {
    const fields = toObject(payload);
    if (action === 'incoming_customers') return put(readObjects(fields, 'customers'));
    if (action === 'incoming_customer') return put([fields]);
    if (action === 'customer_left' || action === 'customer_transferred') return drop(readText(fields, 'id'));
    const customer = customerChange(action, payload);
    const known = customer && visitors.peek().get(customer.id);
    if (known) visitors.value = new Map(visitors.peek()).set(known.id, customer.change(known));
  }

  function clear() {
    visitors.value = new Map();
  }

  return { visitors, hear, clear };
}

function onSite(user: User): User {
  return user.customer ? { ...user, customer: { ...user.customer, isOnline: user.customer.isOnline ?? true } } : user;
}
