import type { Snapshot, Visibility } from './contract';
import type { Events } from './events';
import { readCount } from './read';
import { recall } from './storage';

/** The shell's copy of what the app knows: for the page's questions, for the badge, and for the next page. */
export interface Mirror {
  readonly current: Snapshot;
  readonly getters: Map<string, () => unknown>;
  set(changes: Partial<Snapshot>): void;
  /** Tells the page, the first time. Returns whether it has been told before. */
  readonly becomeReady: () => boolean;
}

export function createMirror(events: Events, account: string, visibility: () => Visibility): Mirror {
  const hint = recall('localStorage', account);
  let isReady = false;
  let current: Snapshot = {
    availability: 'offline',
    unread: readCount(hint['unread']) ?? 0,
    chat: { chatId: null, threadId: null },
    customer: {
      id: null,
      name: null,
      email: null,
      isReturning: false,
      status: 'browsing',
      sessionVariables: {},
    },
    hasActiveChat: hint['hasActiveChat'] === true,
  };

  const state = () => ({ availability: current.availability, visibility: visibility() });
  const customerData = () => ({ ...current.customer });

  return {
    get current() {
      return current;
    },
    getters: new Map<string, () => unknown>([
      ['state', state],
      ['chat_data', () => ({ ...current.chat })],
      ['customer_data', customerData],
      ['features', () => ({})],
    ]),
    set(changes) {
      current = { ...current, ...changes };
    },
    becomeReady() {
      if (isReady) return true;
      isReady = true;
      events.emit('ready', { state: state(), customerData: customerData() });
      events.emit('availability_changed', { availability: current.availability });
      return false;
    },
  };
}
