import type { Customer, Page, User } from './model';
import { isObject, type Json, readNumber, readObject, readObjects, readText, readTime } from './read';

export function readUser(from: Json): User | undefined {
  const id = readText(from, 'id');
  if (!id) return undefined;
  const isAgent = from['type'] === 'agent';
  return {
    id,
    isAgent,
    name: readText(from, 'name') || undefined,
    isVisible: from['visibility'] !== 'agents',
    isPresent: from['present'] !== false,
    seenUpTo: readTime(from, 'events_seen_up_to'),
    customer: isAgent ? undefined : readCustomer(from),
  };
}

function readCustomer(from: Json): Customer {
  const visit = readObject(from, 'visit');
  const where = readObject(visit, 'geolocation');
  return {
    email: readText(from, 'email') || undefined,
    sessionFields: readObjects(from, 'session_fields').flatMap(readFields),
    visitAt: readTime(visit, 'started_at'),
    referrer: readText(visit, 'referrer') || undefined,
    place: [readText(where, 'city'), readText(where, 'country')].filter(Boolean).join(', ') || undefined,
    userAgent: readText(visit, 'user_agent') || undefined,
    page: readObjects(visit, 'last_pages').map(readPage).sort(byTime).at(-1),
    visits: readNumber(readObject(from, 'statistics'), 'visits_count'),
  };
}

function readFields(pair: Json): [string, string][] {
  return Object.entries(pair).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
}

export function readPage(from: Json): Page {
  return { url: readText(from, 'url') ?? '', title: readText(from, 'title') ?? '', at: readTime(from, 'opened_at') };
}

function byTime(a: Page, b: Page): number {
  return a.at < b.at ? -1 : Number(a.at > b.at);
}

/** `customer_updated` brings only what changed, so what it does not name stays. */
export function changeCustomer(user: User, change: Json): User {
  const fresh = readCustomer(change);
  const old = user.customer;
  if (!old) return user;
  return {
    ...user,
    name: 'name' in change ? readText(change, 'name') || undefined : user.name,
    customer: {
      ...old,
      email: 'email' in change ? fresh.email : old.email,
      sessionFields: 'session_fields' in change ? fresh.sessionFields : old.sessionFields,
      visits: isObject(change['statistics']) ? fresh.visits : old.visits,
      ...(isObject(change['visit']) && {
        visitAt: fresh.visitAt,
        referrer: fresh.referrer,
        place: fresh.place,
        userAgent: fresh.userAgent,
        page: fresh.page ?? old.page,
      }),
    },
  };
}
