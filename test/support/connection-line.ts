import {
  type AnyUpdate,
  createConnection,
  createDialect30,
  createGateway,
  createVerbs30,
  createVerbs36,
  type TokenSource,
} from '../../src/connection';
import { createV36, loadV30, rest36 } from '../../src/protocol';
import { fakeClock, settle } from './fake-clock';
import { fakeSockets } from './fake-socket';
import { loadFrame } from './fixtures';

const v30 = await loadV30();

/** What differs between the two versions in tests of the line. */
export const dialects = {
  '3.0': {
    createDialect: createDialect30(v30),
    createVerbs: createVerbs30(v30),
    rest: v30.rest30,
    welcome: () => loadFrame('3.0', 'customer/action.login.response').payload,
    message: () => loadFrame('3.0', 'customer/push.incoming_event').payload,
  },
  '3.6': {
    createDialect: createV36,
    createVerbs: createVerbs36,
    rest: rest36,
    welcome: () => loadFrame('3.6', 'answer.login').payload,
    message: () => loadFrame('3.6', 'push.incoming_event').payload,
  },
} as const;
export type Version = keyof typeof dialects;
export const versions: readonly Version[] = ['3.0', '3.6'];

/** A connection and a gateway over fake sockets, in one version of the API. */
export function connectionLine(version: Version) {
  const speech = dialects[version];
  const clock = fakeClock();
  const sockets = fakeSockets();
  const reports: string[] = [];
  const updates: AnyUpdate[] = [];
  const token = { text: 'Bearer dal:t', endsAt: 0, lifeMs: 0 };
  let fresh = 0;
  const tokens: TokenSource = {
    get: async () => token,
    async getFresh() {
      fresh += 1;
      return token;
    },
    invalidate: () => {},
  };
  const report = (reason: string, where?: string) => void reports.push(where ? `${reason}: ${where}` : reason);
  const connection = createConnection({
    clock,
    random: () => 0.5,
    openSocket: sockets.open,
    tokens,
    createDialect: speech.createDialect,
    diagnostics: { report },
    socketUrl: (region) => `wss://api${region ? `-${region}` : ''}.test/rtm`,
    loginPayload: (text) => ({ token: text }),
  });
  connection.onUpdate((update) => updates.push(update));
  const gateway = createGateway(connection, speech.createVerbs, report);

  async function logIn(): Promise<void> {
    sockets.last().listener.opened();
    await settle();
    sockets.last().answer('login', speech.welcome());
    await settle();
  }

  return {
    ...speech,
    clock,
    sockets,
    reports,
    updates,
    connection,
    gateway,
    fresh: () => fresh,
    logIn,
    async online(): Promise<void> {
      gateway.connect();
      await logIn();
    },
    types: () => updates.map(({ type }) => type),
    lastAction: () => sockets.last().sent.at(-1)!,
  };
}
