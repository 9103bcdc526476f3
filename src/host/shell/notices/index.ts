import type { ForNotices, ToApp } from '../contract';
import type { LineHost } from '../window/host';
import { awaitExit } from './exit';
import { leadTo } from './navigate';
import { createPeek } from './peek';
import { createTitle } from './title';

type Tell = (message: ToApp) => void;

const started = new WeakMap<LineHost, ReturnType<typeof start>>();

/** What the page shows of a chat whose window is closed, and what only a page can do. One life for each widget. */
export function hear(host: LineHost, message: ForNotices, tell: Tell): void {
  if (host.signal.aborted) return;
  const notices = started.get(host) ?? start(host);
  started.set(host, notices);
  switch (message.type) {
    case 'peek':
      notices.peek(message.height);
      break;
    case 'open':
      host.visibility.set('maximized', message.gesture);
      break;
    case 'flash':
      notices.flash(message.text);
      break;
    case 'await-exit':
      notices.awaitExit(() => tell({ type: 'call', name: 'visitor_leaves', payload: null }));
      break;
    case 'navigate':
      leadTo(message.url);
  }
}

function start(host: LineHost) {
  const { tools, signal } = host;
  let isAwaiting = false;
  return {
    peek: createPeek(host),
    flash: createTitle(tools, signal),
    awaitExit(onExit: () => void): void {
      if (!isAwaiting) awaitExit(tools, signal, onExit);
      isAwaiting = true;
    },
  };
}
