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
    ip: readText(visit, 'ip') || undefined,
    pages: readObjects(visit, 'last_pages').map(readPage).sort(byTime),
    visits: readNumber(readObject(from, 'statistics'), 'visits_count'),
    isOnline: typeof from['online'] === 'boolean' ? from['online'] : undefined,
    leftAt: readTime(visit, 'ended_at'),
    bannedDays: readNumber(readObject(from, 'ban'), 'days'),
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
  const { email, sessionFields, visits, isOnline, bannedDays } = fresh;
  const customer: Customer = {
    ...old,
    ...('email' in change && { email }),
    ...('session_fields' in change && { sessionFields }),
    ...(isObject(change['statistics']) && { visits }),
    ...(isOnline !== undefined && { isOnline }),
    ...(bannedDays !== undefined && { bannedDays }),
    ...(isObject(change['visit']) && visitOf(fresh, old)),
  };
  return { ...user, name: 'name' in change ? readText(change, 'name') || undefined : user.name, customer };
}

function visitOf(
  { visitAt, referrer, place, userAgent, ip, pages, leftAt }: Customer,
  old: Customer,
): Partial<Customer> {
  return { visitAt, referrer, place, userAgent, ip, leftAt, pages: pages.length ? pages : old.pages };
}

// As many as are worth showing.
const TRAIL = 20;

/** The same page in the push and in the visit is one visit of it. */
export function visitPage(customer: Customer, page: Page): Customer {
  const others = customer.pages.filter((each) => each.at !== page.at || each.url !== page.url);
  return { ...customer, isOnline: true, pages: [...others, page].sort(byTime).slice(-TRAIL) };
}
