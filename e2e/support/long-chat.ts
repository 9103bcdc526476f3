import type { Page, WebSocketRoute } from '@playwright/test';

interface Event {
  readonly id: string;
  readonly type: string;
  readonly author_id: string;
}
interface Thread {
  readonly id: string;
  readonly created_at: string;
  readonly events: readonly Event[];
}
interface Frame {
  readonly request_id?: string;
  readonly payload?: { readonly page_id?: string; readonly threads?: readonly Thread[] };
}

const MINUTE_MS = 60_000;
const PAGE = 'page-';

/** How a message far back reads. They are counted from the newest one. */
export const farBack = (n: number) => `Line ${n} from the end`;

/**
 * On the wire between service and visitor the conversation gets a long history: `pages` older pages, each a thread of
 * `lines` messages. The last page waits until it is let through.
 */
export async function makeLong(page: Page, { pages, lines }: { pages: number; lines: number }) {
  let toVisitor: WebSocketRoute | undefined;
  let newest: Thread | undefined;
  let held: string | undefined;
  let asked = 0;

  function threadOf({ id, created_at, events, ...thread }: Thread, number: number): Thread {
    const pattern = events.find(({ type }) => type === 'message') as Event;
    const at = (n: number) => new Date(Date.parse(created_at) - n * MINUTE_MS).toISOString().replace('Z', '000Z');
    const first = number * lines;
    const told = Array.from({ length: lines }, (_, index) => {
      const n = first - index;
      const text = n % 7 === 0 ? `${farBack(n)} ${'and so on, '.repeat(n % 20)}`.trim() : farBack(n);
      return { ...pattern, id: `${id}${number}_${index + 1}`, custom_id: undefined, text, created_at: at(n) };
    });
    return { ...thread, id: `${id}${number}`, created_at: at(first), events: told };
  }

  function answer(id: string, number: number): void {
    const thread = { ...threadOf(newest as Thread, number), active: false };
    const next = number < pages ? { next_page_id: `${PAGE}${number + 1}` } : {};
    const payload = { threads: [thread], found_threads: pages + 1, ...next };
    toVisitor?.send(
      JSON.stringify({ request_id: id, action: 'list_threads', type: 'response', success: true, payload }),
    );
  }

  await page.routeWebSocket(/customer\/rtm\/ws/, (socket) => {
    toVisitor = socket;
    const server = socket.connectToServer();
    socket.onMessage((text) => {
      const { request_id: id, payload } = JSON.parse(String(text)) as Frame;
      const number = payload?.page_id?.startsWith(PAGE) ? Number(payload.page_id.slice(PAGE.length)) : 0;
      if (!id || number === 0) server.send(text);
      else if (number === pages) {
        held = id;
        asked += 1;
      } else answer(id, number);
    });
    server.onMessage((text) => {
      const frame = JSON.parse(String(text)) as Frame;
      const [thread] = frame.payload?.threads ?? [];
      newest ??= thread;
      const isNewest = thread !== undefined;
      const payload = isNewest ? { ...frame.payload, next_page_id: `${PAGE}1` } : frame.payload;
      socket.send(isNewest ? JSON.stringify({ ...frame, payload }) : text);
    });
  });

  return {
    /** How often the last page was asked for. */
    timesAsked: () => asked,
    letLastPageCome() {
      if (!held) throw new Error('Nobody has asked for the last page');
      answer(held, pages);
    },
  };
}
