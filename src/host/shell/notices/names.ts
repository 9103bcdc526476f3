import type { LineHost } from '../window/host';

/** What only the app can know. All other events are told by who owns the fact. */
export const OF_APP: readonly unknown[] = [
  'new_event',
  'form_submitted',
  'rating_submitted',
  'greeting_displayed',
  'greeting_hidden',
  'rich_message_button_clicked',
  'multicast',
];

/** All that a page can hear of. */
const NAMES: readonly unknown[] = [
  ...OF_APP,
  'ready',
  'availability_changed',
  'visibility_changed',
  'customer_status_changed',
  'unread_changed',
];

/** The loader lets through what has the shape of a name. What is none of ours is said here, also of whoever asks later. */
export function checkNames({ events, tools }: LineHost): void {
  const check = (name: unknown) => {
    const isKnown = NAMES.includes(name);
    if (!isKnown) tools.complainUnknown(name);
    return isKnown;
  };
  events.names().forEach(check);
  const on = events.on.bind(events);
  events.on = (name, handler, isOnce) => {
    if (check(name)) on(name, handler, isOnce);
  };
}
