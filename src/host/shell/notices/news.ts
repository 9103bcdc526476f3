import type { Snapshot } from '../contract';
import type { LineHost } from '../window/host';

/** What the page may ask, what it hears when that changes, and what the next page is to know. */
export function keep(host: LineHost, snapshot: Snapshot): void {
  // Before its first log-in the app knows less than we remember.
  if (!snapshot.isReady) return;
  const { tools, settings, events, mirror } = host;
  const { unread, hasActiveChat, availability, customer } = snapshot;
  const { status } = customer;
  const previous = mirror.current;
  mirror.set(snapshot);
  tools.remember('localStorage', settings.account[1], { unread, hasActiveChat });
  if (mirror.becomeReady()) {
    if (availability !== previous.availability) events.emit('availability_changed', { availability });
    if (status !== previous.customer.status) events.emit('customer_status_changed', { status });
  }
  host.draw();
}
