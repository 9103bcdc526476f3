import type { PlainProperties } from '../store/facts';
import type { Chat, ChatEvent, Thread } from '../store/model';
import { type Iso, readTime, writeTime } from '../time';

/** How v3.0 writes what later versions write otherwise. */

export const toSeconds = (time: Iso): number => Math.floor((readTime(time) ?? 0) / 1_000_000);

/** The last moment that is written as this second. */
export const endOfSecond = (seconds: number): Iso => writeTime(seconds * 1_000_000 + 999_999);

type Wrapped = { readonly [namespace: string]: { readonly [name: string]: { readonly value: unknown } } };

/** Values are wrapped when the server says them, and bare when it is asked. */
export function wrap(properties: PlainProperties): Wrapped {
  return Object.fromEntries(
    Object.entries(properties).map(([namespace, values]) => [
      namespace,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
    ]),
  );
}

/** Threads and events are sorted by a number that counts them from 1. */
export const threadOrder = (chat: Chat, thread: Thread): number => chat.threads.indexOf(thread) + 1;

export const eventOrder = ({ id }: ChatEvent): number => Number(id.slice(id.lastIndexOf('_') + 1));
