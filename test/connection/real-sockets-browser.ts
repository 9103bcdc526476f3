import { WebSocket } from 'ws';
import { createOpenSocket, type OpenSocket } from '../../src/connection';

/** As browsers do, it tells of errors and does not throw them. */
class QuietSocket extends WebSocket {
  constructor(url: string) {
    super(url, { perMessageDeflate: false });
    this.on('error', () => {});
  }
}

/** Sockets to this address, whatever is asked for; and how many the client has not let go of. */
export function socketsTo(address: string): { readonly open: OpenSocket; readonly held: () => number } {
  const openReal = createOpenSocket(QuietSocket as unknown as typeof globalThis.WebSocket, { report: () => {} });
  let held = 0;
  const open: OpenSocket = (_url, listener) => {
    let isHeld = true;
    const letGo = () => {
      if (isHeld) held -= 1;
      isHeld = false;
    };
    held += 1;
    const socket = openReal(address, {
      ...listener,
      closed(code) {
        letGo();
        listener.closed(code);
      },
    });
    return {
      send: (text) => socket.send(text),
      close() {
        letGo();
        socket.close();
      },
    };
  };
  return { open, held: () => held };
}

/** A `fetch` with a jar for cookies, that reaches one origin, whatever is asked for. */
export function fetchWithCookies(origin: string, cookies: Map<string, string>): typeof fetch {
  return async (asked, init) => {
    const { pathname, search } = new URL(asked as string);
    const response = await fetch(`${origin}${pathname}${search}`, {
      ...init,
      headers: { origin, cookie: [...cookies].map((pair) => pair.join('=')).join('; '), connection: 'close' },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? [];
      cookies.set(name, value);
    }
    return response;
  };
}
