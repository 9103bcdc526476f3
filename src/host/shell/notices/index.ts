import type { ForNotices, ToApp } from '../contract';
import { usesOldApi } from '../more/old-api-use';
import type { LineHost } from '../window/host';
import { awaitExit } from './exit';
import { createIdentity } from './identity';
import { checkNames } from './names';
import { leadTo } from './navigate';
import { keep } from './news';
import { createPeek } from './peek';
import { isNotice } from './read';
import { createRenderer } from './renderer';
import { castShade } from './shade';
import { createTitle } from './title';

type Tell = (message: ToApp) => void;

const started = new WeakMap<LineHost, ReturnType<typeof start>>();

/** What the page shows of a chat whose window is closed, and what only a page can do. One life for each widget. */
export function hear(host: LineHost, message: ForNotices, tell: Tell): void {
  if (host.signal.aborted) return;
  if (!isNotice(message)) {
    leaveOut(host);
    return;
  }
  const notices = started.get(host) ?? start(host, tell);
  started.set(host, notices);
  notices.lookAtPage();
  switch (message.type) {
    case 'snapshot':
      keep(host, message.snapshot);
      break;
    case 'event':
      host.events.emit(message.name, message.payload);
      break;
    case 'peek':
      notices.peek(message.height);
      break;
    case 'cover':
      notices.cover(message.isWanted);
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
      leadTo(message.url, host.navigate);
      break;
    case 'group': {
      const { status } = host.mirror.current.customer;
      import('../look').then(
        ({ hearGroup }) => hearGroup(host, message.configuration),
        () => {},
      );
      import('../more/analytics').then(
        ({ tellAnalytics }) => tellAnalytics(host, message.configuration, status),
        () => {},
      );
      break;
    }
    case 'logged-out':
      import('../more/log-out').then(
        ({ beginAnew }) => beginAnew(host),
        () => {},
      );
      break;
    case 'custom':
      void notices.render(message);
      break;
    case 'identity':
      void notices.identity(message);
  }
}

const hasLeftOut = new WeakSet<LineHost>();

/** Said once: whoever sends one sends many. */
function leaveOut(host: LineHost): void {
  if (!hasLeftOut.has(host)) console.warn('[LiveChatWidget]', 'a message of the chat was left out');
  hasLeftOut.add(host);
}

function start(host: LineHost, tell: Tell) {
  const { tools, signal } = host;
  checkNames(host);
  let isAwaiting = false;
  let hasOldApi = false;
  return {
    /** It may have begun to listen through an `LC_API` that it did not have before. */
    lookAtPage(): void {
      if (hasOldApi || !usesOldApi(host.globals)) return;
      hasOldApi = true;
      import('../more').then(
        ({ startMore }) => startMore(host),
        () => {},
      );
    },
    peek: createPeek(host),
    cover: fetchCover(host),
    flash: createTitle(tools, signal),
    identity: createIdentity(host, tell),
    render: createRenderer(host, tell),
    awaitExit(onExit: () => void): void {
      if (isAwaiting) return;
      isAwaiting = true;
      awaitExit(tools, signal, () => {
        castShade(tools, signal);
        onExit();
      });
    },
  };
}

/** Only who looks at a picture needs it. What is wished for while it comes counts when it is there. */
function fetchCover(host: LineHost): (isWanted: boolean) => void {
  let isWantedNow = false;
  let cover: ((isWanted: boolean) => void) | undefined;
  return (isWanted) => {
    isWantedNow = isWanted;
    if (cover) return cover(isWanted);
    import('./cover').then(
      ({ createCover }) => {
        if (host.signal.aborted) return;
        cover ??= createCover(host);
        cover(isWantedNow);
      },
      () => {},
    );
  };
}
