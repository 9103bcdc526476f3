import type { Frame } from './sandbox-peer';

/** A line of the library, as far as it hears. */
interface Hearing {
  on(push: never, handler: (payload: Frame) => void): () => void;
}

/** The payload of the next push of this name. */
export function nextPush(line: Hearing, push: string): Promise<Frame> {
  return new Promise((resolve) => {
    const off = line.on(push as never, (payload) => {
      off();
      resolve(payload);
    });
  });
}
