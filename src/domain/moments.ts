import type { ChatId, Content, Message } from './types';

/** Things that happen once. A moment as a signal would get lost when two come in one batch. */
export interface MomentMap {
  /** A message, live: never from history, and never twice. */
  'new-message': { readonly message: Message; readonly isOwn: boolean };
  /** As a message: a file, a rich message, a form or its answers. */
  'new-content': { readonly content: Content; readonly isOwn: boolean };
  'chat-started': { readonly chatId: ChatId };
  'chat-ended': { readonly chatId: ChatId };
}

/** One of them, with its name. */
export type Told = { readonly [K in keyof MomentMap]: readonly [name: K, moment: MomentMap[K]] }[keyof MomentMap];

export interface Moments {
  /** All that was told so far, for those who come a little later. Undefined: nobody comes any more. */
  early?: Told[] | undefined;
  on<K extends keyof MomentMap>(name: K, listener: (moment: MomentMap[K]) => void): () => void;
}

export interface MomentEmitter extends Moments {
  emit<K extends keyof MomentMap>(name: K, moment: MomentMap[K]): void;
}

/** A listener that throws stops no other, and goes to `onError`. */
export function createMoments(onError: (error: unknown) => void): MomentEmitter {
  const listeners = new Map<keyof MomentMap, Set<(moment: never) => void>>();
  const moments: MomentEmitter = {
    early: [],
    on(name, listener) {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => known.delete(listener);
    },
    emit(name, moment) {
      moments.early?.push([name, moment] as unknown as Told);
      for (const listener of listeners.get(name) ?? []) {
        try {
          listener(moment as never);
        } catch (error) {
          onError(error);
        }
      }
    },
  };
  return moments;
}
