import type { Socket } from 'node:net';
import type { Weather } from './weather';

/** One direction of one connection: keeps the order, takes its time. */
export interface Road {
  put(bytes: Buffer): void;
  /** Does this behind all that is on its way. */
  after(task: () => void): void;
  /** From here on everything vanishes, and nobody is told. */
  lose(): void;
  readonly isLost: boolean;
  /** The stall is over. */
  go(): void;
}

export function createRoad(weather: Readonly<Weather>, to: Socket): Road {
  const waiting: { readonly at: number; readonly run: () => Promise<void> | void }[] = [];
  let isDriving = false;
  let isLost = false;

  async function drive(): Promise<void> {
    if (isDriving) return;
    isDriving = true;
    for (let next = waiting[0]; next && !weather.isStalled; next = waiting[0]) {
      await pass(next.at - Date.now());
      if (weather.isStalled) break;
      waiting.shift();
      await next.run();
    }
    isDriving = false;
  }

  async function write(bytes: Buffer): Promise<void> {
    const size = weather.pieceBytes || bytes.length;
    for (let from = 0; from < bytes.length; from += size) {
      const piece = bytes.subarray(from, from + size);
      if (weather.bytesPerSecond) await pass((piece.length / weather.bytesPerSecond) * 1_000);
      else if (weather.pieceBytes) await pass(1);
      if (isLost || to.destroyed) return;
      to.write(piece);
    }
  }

  function add(run: () => Promise<void> | void): void {
    waiting.push({ at: Date.now() + weather.latencyMs, run });
    void drive();
  }

  return {
    put: (bytes) => add(() => write(bytes)),
    after: add,
    lose() {
      isLost = true;
    },
    get isLost() {
      return isLost;
    },
    go: () => void drive(),
  };
}

const pass = (ms: number): Promise<unknown> | undefined =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined;
