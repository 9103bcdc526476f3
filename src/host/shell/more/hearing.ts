import type { LineHost } from '../window/host';

type Listener = (name: string, payload: unknown) => void;

/** Hears all that the page is told, whatever the page does to its own handlers. */
export interface Hearing {
  /** Nothing can be seen yet: what is shown then is no change. */
  isBefore: boolean;
  onEvent(listener: Listener): void;
}

export function createHearing({ events, signal }: LineHost): Hearing {
  const listeners: Listener[] = [];
  const emit = events.emit.bind(events);
  const hearing: Hearing = { isBefore: false, onEvent: (listener) => void listeners.push(listener) };
  events.emit = (name, payload) => {
    if (hearing.isBefore && name === 'visibility_changed') return;
    emit(name, payload);
    if (!signal.aborted) for (const listener of listeners) queueMicrotask(() => listener(name, payload));
  };
  return hearing;
}
