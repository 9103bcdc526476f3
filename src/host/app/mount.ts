import { computed, effect, signal } from '@preact/signals-core';
import { createSession, type GroupId } from '../../domain';
import { mountUi } from '../../ui';
import type { AppBridge, AppCall, AppSettings, Gesture, ToApp } from '../shell/contract';
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
  /** What the page asks; the rest of the app answers. */
  const calls = signal<readonly AppCall[]>([]);
  /** Set before it is read: by `start`. */
  const page = signal() as unknown as ServiceLine['page'];
  let stopRunning: (() => void) | undefined;

  /** What comes while a dialect is being fetched waits for it. */
  let heard: Promise<unknown> = Promise.resolve();
  bridge.listen((message) => {
    heard = heard.then(() => hear(message));
  });

  function hear(message: ToApp): unknown {
    switch (message.type) {
      case 'start':
        page.value = message.page;
        if (message.settings.apiVersion !== '3.0') return start(message.settings, speech36);
        return import('./speech-v3.0').then(async ({ loadSpeech30 }) => start(message.settings, await loadSpeech30()));
      case 'visibility':
        openedBy.value = message.gesture;
        isFullScreen.value = message.isFullScreen;
        isOpen.value = message.visibility === 'maximized';
        break;
      case 'page':
        page.value = message.page;
        break;
      case 'call':
        calls.value = [...calls.value, message];
    }
    return undefined;
  }

  function start(settings: AppSettings, speech: Speech) {
    if (stopRunning) return;
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
        ask: bridge.send,
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
              stopRest ??= startRest({
                settings,
                session,
                line,
                speech,
                environment,
                store,
                diagnostics,
                bridge,
                calls,
              });
            }
          },
          () => {
            diagnostics.report('rest not loaded');
            line.connection.extend(undefined);
          },
        );
      }
    });

    stopRunning = () => {
      isGone = true;
      for (const stop of [stopLoading, stopRest, unmount]) stop?.();
      session.dispose();
    };
  }

  return () => {
    stopRunning?.();
    environment.dispose();
    bridge.close();
  };
}
