import { lcOnDestroy, lcOnInit } from './lifecycle';
import { findApi, getData } from './page-api';
import type { ChatData, CustomerData, Greeting, WidgetState } from './types';

export interface Readings {
  readonly isReady: boolean;
  readonly state: WidgetState | null;
  readonly customerData: CustomerData | null;
  /** Only while there is a chat. */
  readonly chatData: ChatData | null;
  readonly greeting: Greeting | null;
}

const NOTHING: Readings = { isReady: false, state: null, customerData: null, chatData: null, greeting: null };

let current = NOTHING;
const listeners = new Set<() => void>();
let stopFollowing = () => {};

export const readNow = () => current;

/** What the widget on this page says of itself, as long as somebody wants to know. */
export function followReadings(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) stopFollowing = follow();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stopFollowing();
    current = NOTHING;
  };
}

function change(changes: Partial<Readings>) {
  current = { ...current, ...changes };
  for (const listener of Array.from(listeners)) listener();
}

function follow(): () => void {
  const look = () => {
    const customerData = getData('customer');
    const isChatting = customerData.status === 'chatting';
    change({ state: getData('state'), customerData, chatData: isChatting ? getData('chat') : null });
  };
  const forget = ({ id }: Greeting) => {
    if (current.greeting?.id === id) change({ greeting: null });
  };
  const events: readonly (readonly [string, (payload: never) => void])[] = [
    ['ready', () => change({ isReady: true })],
    ['ready', look],
    ['availability_changed', look],
    ['visibility_changed', look],
    ['customer_status_changed', look],
    ['new_event', look],
    ['form_submitted', look],
    ['greeting_displayed', (greeting: Greeting) => change({ greeting })],
    ['greeting_hidden', forget],
  ];
  const ask = (verb: 'on' | 'off') => {
    for (const [name, handler] of events) findApi()?.[verb](name, handler);
  };
  const stops = [
    // Whoever asks while a widget is here, and asks again when the next one has come, is there once.
    lcOnInit(() => {
      ask('off');
      ask('on');
    }),
    lcOnDestroy(() => change(NOTHING)),
  ];
  return () => {
    ask('off');
    for (const stop of stops) stop();
  };
}
