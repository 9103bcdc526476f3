import { effect } from '@preact/signals-core';
import type { Connection } from '../../connection';
import { needsLine, type Session, type SessionCore } from '../../domain';
import type { AppBridge } from '../shell/contract';
import type { Environment } from './environment';
import { letGoUnseen } from './let-go';
import { startReports } from './reports';

// What tells the page in the old way is fetched on its own.
const ALL_HERE_MS = 30_000;

/**
 * What keeps chat, page and network in step once the window is there: none of it is needed to open it, to read and to
 * send, so it is fetched after that.
 */
export function startUpkeep(
  session: Session & { readonly core: SessionCore },
  { tell }: Pick<Connection, 'tell'>,
  { page, clock, isPageVisible }: Pick<Environment, 'page' | 'clock' | 'isPageVisible'>,
  bridge: Pick<AppBridge, 'send'>,
): () => void {
  const over = new AbortController();
  const listen = (name: string, listener: (event: Event) => void) =>
    page.addEventListener(name, listener, { signal: over.signal });

  listen('online', () => tell('networkUp'));
  listen('offline', () => tell('networkDown'));
  // It goes, perhaps into the back/forward cache, and may come out of it.
  listen('pagehide', () => session.leave());
  listen('pageshow', (event) => (event as PageTransitionEvent).persisted && session.start());
  // Out of the freezer before it is shown; the event goes to the document.
  page.addEventListener('resume', () => isPageVisible.peek() && tell('shown', true), {
    capture: true,
    signal: over.signal,
  });
  const stopShowing = effect(() => tell('shown', isPageVisible.value));
  const stopChatting = effect(() => tell('chatting', needsLine(session.core)));
  const stopLettingGo = letGoUnseen(session.core, { tell }, clock, isPageVisible);
  const stopReports = startReports(session, bridge);
  const stopWaiting = clock.after(ALL_HERE_MS, () => {
    session.moments.early = undefined;
  });

  return () => {
    over.abort();
    stopShowing();
    stopChatting();
    stopLettingGo();
    stopReports();
    stopWaiting();
  };
}
