import { computed, effect, signal } from '@preact/signals-core';
import { createSession, type GroupId } from '../../domain';
import { mountUi } from '../../ui';
import type { AppBridge, Gesture, ToApp } from '../shell/contract';
import { createCalls } from './calls';
import { createDiagnostics } from './diagnostics';
import type { Environment } from './environment';
import { createServiceLine } from './line';

/**
 * Puts the rooms together inside `root`, and does what the shell says over `bridge`. Nothing is asked of the network
 * before the shell says `start`. The answer takes everything away again.
 */
export function mountApp(root: HTMLElement, bridge: AppBridge, environment: Environment): () => void {
  const isOpen = signal(false);
  const isFullScreen = signal(false);
  const openedBy = signal<Gesture>('none');
  const isLogAtEnd = signal(true);
  let running: Running | undefined;

  bridge.listen((message) => {
    switch (message.type) {
      case 'start':
        running ??= start(message);
        break;
      case 'visibility':
        openedBy.value = message.gesture;
        isFullScreen.value = message.isFullScreen;
        isOpen.value = message.visibility === 'maximized';
        break;
      case 'page':
        running?.line.pageChanged(message.page);
        break;
      case 'call':
        running?.call(message.name, message.payload);
        break;
    }
  });

  function start({ settings, page }: Extract<ToApp, { type: 'start' }>) {
    const diagnostics = createDiagnostics(environment.clock);
    const store = environment.openStore(`${new URL(settings.apiUrl).host}:${settings.organizationId}`);
    const line = createServiceLine(settings, page, environment, store, diagnostics);
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

    let stopUpkeep: (() => void) | undefined;
    let isGone = false;
    const stopLoading = effect(() => {
      // At once, and again when there is a chance that it can be had now.
      if (session.line.value.state !== 'stopped' && !stopUpkeep) {
        import('./upkeep').then(
          ({ startUpkeep }) => {
            if (!isGone) stopUpkeep ??= startUpkeep(session, line.connection, environment, bridge);
          },
          () => diagnostics.report('upkeep not loaded'),
        );
      }
    });

    return {
      line,
      call: createCalls(session, diagnostics),
      stop() {
        isGone = true;
        for (const stop of [stopLoading, stopUpkeep, unmount]) stop?.();
        session.dispose();
      },
    };
  }
  type Running = ReturnType<typeof start>;

  return () => {
    running?.stop();
    environment.dispose();
    bridge.close();
  };
}
