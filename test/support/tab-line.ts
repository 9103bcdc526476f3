import { signal } from '@preact/signals-core';
import type { AnyUpdate } from '../../src/connection';
import { createConnection, createGateway, createTabs, createVerbs36, judge } from '../../src/connection';
import { createV36, rest36 } from '../../src/protocol';
import { ownClock, type WorldClock } from '../simulation/chaos/clock';
import type { Sharing } from '../simulation/chaos/sharing';
import { fakeSockets } from './fake-socket';
import { loadFrame } from './fixtures';

/** One tab of several: its own sockets and clock, and what all tabs of a browser share. */
export function tabLine(id: string, world: WorldClock, sharing: Sharing) {
  const page = ownClock(world);
  const sockets = fakeSockets();
  const isShown = signal(true);
  const updates: AnyUpdate[] = [];
  let fresh = 0;
  let open = sockets.open;
  const token = { text: 'Bearer dal:t', endsAt: 0, lifeMs: 0 };
  const connection = createConnection({
    clock: page,
    random: () => 0.5,
    openSocket: (...to) => open(...to),
    tokens: {
      get: async () => token,
      async getFresh() {
        fresh += 1;
        return token;
      },
      invalidate: () => {},
    },
    createDialect: createV36,
    diagnostics: { report: () => {} },
    socketUrl: () => 'wss://api.test/rtm',
    loginPayload: (text) => ({ token: text }),
  });
  connection.onUpdate((update) => updates.push(update));
  connection.extend(rest36, judge);
  const tabs = createTabs({
    sharing: sharing.forPage(page),
    name: 'line',
    id,
    clock: page,
    connection,
    open: sockets.open,
    isShown,
  });
  open = tabs.open;

  /** The service lets this tab in. */
  async function logIn(): Promise<void> {
    sockets.last().listener.opened();
    await world.passAsync(100);
    sockets.last().answer('login', loadFrame('3.6', 'answer.login').payload);
    await world.passAsync(100);
  }

  return {
    page,
    sockets,
    isShown,
    updates,
    connection,
    tabs,
    logIn,
    gateway: createGateway(connection, createVerbs36, () => {}),
    state: () => connection.line.peek().state,
    fresh: () => fresh,
    /** Sockets that are open. */
    open: () => sockets.all.filter(({ isClosed }) => !isClosed).length,
    /** No event runs: its socket is cut, its locks are free. */
    crash() {
      page.stop();
      sharing.gone(page);
      for (const socket of sockets.all) socket.isClosed = true;
    },
  };
}
export type TabLine = ReturnType<typeof tabLine>;
