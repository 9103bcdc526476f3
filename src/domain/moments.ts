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

export interface Moments {
  on<K extends keyof MomentMap>(name: K, listener: (moment: MomentMap[K]) => void): () => void;
}

export interface MomentEmitter extends Moments {
  emit<K extends keyof MomentMap>(name: K, moment: MomentMap[K]): void;
}

/** A listener that throws stops no other, and goes to `onError`. */
export function createMoments(onError: (error: unknown) => void): MomentEmitter {
  const listeners = new Map<keyof MomentMap, Set<(moment: never) => void>>();
  return {
    on(name, listener) {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => known.delete(listener);
    },
    emit(name, moment) {
      for (const listener of listeners.get(name) ?? []) {
        try {
          listener(moment as never);
        } catch (error) {
          onError(error);
        }
      }
    },
  };
}
