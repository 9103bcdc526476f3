import { once } from 'node:events';
import WebSocket from 'ws';
import { Person } from './person';

// A state that does not come is a fault, not a slow machine.
const PATIENCE_MS = 15_000;

/** A person at the end of a real socket, and how to hang up. */
export async function connect(url: string): Promise<{ readonly person: Person; readonly close: () => Promise<void> }> {
  const socket = new WebSocket(url);
  const isNews = new News();
  const person = new Person({ send: (text) => socket.send(text), tick: () => isNews.next() });
  socket.on('message', (data) => {
    person.take((data as Buffer).toString());
    isNews.tell();
  });
  await once(socket, 'open');
  return {
    person,
    async close() {
      if (socket.readyState === WebSocket.CLOSED) return;
      const closed = once(socket, 'close');
      socket.terminate();
      await closed;
    },
  };
}

/** Wakes everybody who waits for something to come in. */
export class News {
  #waiting: (() => void)[] = [];

  tell(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  next(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('Nothing came in')), PATIENCE_MS);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
