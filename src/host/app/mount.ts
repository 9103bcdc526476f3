import { computed, effect, signal } from '@preact/signals-core';
import { createSession, type GroupId } from '../../domain';
import { mountUi } from '../../ui';
import type { AppBridge, Gesture, ToApp } from '../shell/contract';
import { createCalls } from './calls';
import { createDiagnostics } from './diagnostics';
import type { Environment } from './environment';
import { createServiceLine, type ServiceLine } from './line';
import { type Speech, speech36 } from './speech';

/**
 * Puts the rooms together inside `root`, and does what the shell says over `bridge`. Nothing is asked of the network
 * before the shell says `start`. The answer takes everything away again.
 */
export function mountApp(root: HTMLElement, bridge: AppBridge, environment: Environment): () => void {
  const isOpen = signal(false);
  const isFullScreen = signal(false);
  const openedBy = signal<Gesture>('none');
  const isLogAtEnd = signal(true);
  let running: { line: ServiceLine; call(name: string, payload: unknown): void; stop(): void } | undefined;

  /** What comes while a dialect is being fetched waits for it. */
  let heard: Promise<unknown> = Promise.resolve();
  bridge.listen((message) => {
    heard = heard.then(() => hear(message));
  });

  function hear(message: ToApp): unknown {
    switch (message.type) {
      case 'start':
        if (message.settings.apiVersion !== '3.0') return start(message, speech36);
        return import('./speech-v3.0').then(async ({ loadSpeech30 }) => start(message, await loadSpeech30()));
      case 'visibility':
        openedBy.value = message.gesture;
        isFullScreen.value = message.isFullScreen;
        isOpen.value = message.visibility === 'maximized';
        break;
      case 'page':
        if (running) running.line.page.value = message.page;
        break;
      case 'call':
        running?.call(message.name, message.payload);
    }
    return undefined;
  }

  function start({ settings, page }: Extract<ToApp, { type: 'start' }>, speech: Speech) {
    if (running) return;
    const diagnostics = createDiagnostics(environment.clock);
    const store = environment.openStore(`${new URL(settings.apiUrl).host}:${settings.organizationId}`);
    const line = createServiceLine(settings, page, environment, store, diagnostics, speech);
    const session = createSession({
      gateway: line.gateway,
      clock: environment.clock,
      store,
      diagnostics,
      newCustomId: environment.newCustomId,
      random: environment.random,
      groupId: settings.groupId as GroupId,
      isGroupOnline: settings.availability === 'online',
      attention: {
        isWatching: computed(() => isOpen.value && environment.isPageVisible.value && isLogAtEnd.value),
      },
    });

    const unmount = mountUi(root, {
      session,
      clock: environment.clock,
      language: settings.language,
      onError: (_error, where) => diagnostics.report('not drawn', where),
      host: {
        isOpen,
        isFullScreen,
        openedBy,
        isLogAtEnd,
        minimize: (gesture) => bridge.send({ type: 'minimize', gesture }),
      },
    });
    session.start();
    bridge.send({ type: 'mounted' });

    let stopRest: (() => void) | undefined;
    let isGone = false;
    const stopLoading = effect(() => {
      // At once, and again when there is a chance that it can be had now.
      if (session.line.value.state !== 'stopped' && !stopRest) {
        import('./rest').then(
          ({ startRest }) => {
            if (!isGone) {
              stopRest ??= startRest({ settings, session, line, speech, environment, store, diagnostics, bridge });
            }
          },
          () => {
            diagnostics.report('rest not loaded');
            line.connection.extend(undefined);
          },
        );
      }
    });

    running = {
      line,
      call: createCalls(session, diagnostics),
      stop() {
        isGone = true;
        for (const stop of [stopLoading, stopRest, unmount]) stop?.();
        session.dispose();
      },
    };
  }

  return () => {
    running?.stop();
    environment.dispose();
    bridge.close();
  };
}
