import type { Diagnostics } from '../ports';

export interface Listeners<T extends readonly unknown[]> {
  on(listener: (...told: T) => void): () => void;
  tell(...told: T): void;
}

/** For what only the page understands. One that throws stops no other. */
export function createListeners<T extends readonly unknown[]>(diagnostics: Diagnostics): Listeners<T> {
  const listeners = new Set<(...told: T) => void>();
  return {
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(...told) {
      for (const listener of listeners) {
        try {
          listener(...told);
        } catch {
          diagnostics.report('listener failed');
        }
      }
    },
  };
}
