import type { Snapshot } from '../contract';
import type { LineHost } from '../window/host';

/** How many are unread, as the page has heard it. */
const told = new WeakMap<LineHost, number>();

/** What the page may ask, what it hears when that changes, and what the next page is to know. */
export function keep(host: LineHost, snapshot: Snapshot): void {
  // Before its first log-in the app knows less than we remember.
  if (!snapshot.isReady) return;
  const { tools, settings, events, mirror } = host;
  const { unread, hasActiveChat, availability, customer } = snapshot;
  const { status } = customer;
  const previous = mirror.current;
  mirror.set(snapshot);
  mirror.getters.set('customer_data', () => freshOf(mirror.current));
  tools.remember('localStorage', settings.account[1], { unread, hasActiveChat });
  if (mirror.becomeReady()) {
    if (availability !== previous.availability) events.emit('availability_changed', { availability });
    if (status !== previous.customer.status) events.emit('customer_status_changed', { status });
  }
  // Ours: a page that was made for LiveChat's events hears no other.
  if (settings.given['unread_events'] === true && told.get(host) !== unread) {
    told.set(host, unread);
    events.emit('unread_changed', { count: unread });
  }
  host.draw();
}

/** The page's to change, through and through. Not by way of JSON, which a page may have replaced. */
const freshOf = ({ customer }: Snapshot) => ({ ...customer, sessionVariables: { ...customer.sessionVariables } });
