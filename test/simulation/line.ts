import type { OpenSocket } from '../../src/connection';
import type { Clock } from '../../src/domain';
import type { ConnectTo, SandboxConnection, Wire } from '../../src/sandbox/core';

/** What is wrong with the network at present. */
export interface Weather {
  /** Nothing gets through to the service, and sockets fail. */
  isDown: boolean;
  /** Cuts the line at the next request: before it is handled, or after, so that its answer is lost. */
  cutAt: 'request' | 'answer' | undefined;
  /** Each push comes twice. */
  repeatsPushes: boolean;
  latencyMs(): number;
}

type Connect = (to: ConnectTo, wire: Wire) => SandboxConnection;

/** Sockets between a client and the sandbox in one process: every frame takes its time, and weather happens. */
export function simulatedLine(
  clock: Clock,
  connect: Connect,
  to: ConnectTo,
  weather: Weather,
): OpenSocket & { cut(): void } {
  let cutCurrent = () => {};

  const open: OpenSocket = (_url, listener) => {
    let isOpen = true;
    let remote: SandboxConnection | undefined;
    // Frames of one direction never overtake one another.
    const queues = { in: 0, out: 0 };
    const later = (direction: 'in' | 'out', task: () => void) => {
      queues[direction] = Math.max(queues[direction], clock.now() + weather.latencyMs());
      clock.after(queues[direction] - clock.now(), () => isOpen && task());
    };
    const end = (code: number) => {
      if (!isOpen) return;
      isOpen = false;
      remote?.closed();
      listener.closed(code);
    };
    cutCurrent = () => end(1006);

    later('in', () => {
      if (weather.isDown) return end(1006);
      remote = connect(to, {
        send(text) {
          if (weather.isDown) return;
          later('in', () => listener.received(text));
          if (weather.repeatsPushes && text.includes('"type":"push"')) later('in', () => listener.received(text));
        },
        close: (code) => later('in', () => end(code)),
      });
      listener.opened();
    });

    return {
      send: (text) =>
        later('out', () => {
          if (weather.isDown) return;
          const cut = weather.cutAt;
          if (cut && !text.includes('"login"')) weather.cutAt = undefined;
          else {
            remote?.receive(text);
            return;
          }
          if (cut === 'answer') {
            // What the service says from here on is lost with the line.
            weather.isDown = true;
            remote?.receive(text);
            weather.isDown = false;
          }
          end(1006);
        }),
      close() {
        isOpen = false;
        remote?.closed();
      },
    };
  };
  return Object.assign(open, { cut: () => cutCurrent() });
}
