import { computed, signal } from '@preact/signals-core';
import { type CustomViews, createWords, mountUi, type Words } from '../../ui';
import type { AppBridge, AppCall, AppSettings, Gesture, PageInfo, ToApp } from '../shell/contract';
import type { Environment } from './environment';
import type { ServiceLine } from './line';
import { createRun } from './run';
import { type Speech, speech36 } from './speech';

const USUALLY_NOT = /^(false)?$/;
const ORIGIN = /^http/;

/** As it is in most pages; what is absent reads as nothing. Then all that is needed is here already. */
const USUAL: { readonly [K in keyof AppSettings]?: RegExp } = {
  apiVersion: /^(3\.6)?$/,
  isApart: USUALLY_NOT,
  hasIdentity: USUALLY_NOT,
  hasRenderer: USUALLY_NOT,
  look: USUALLY_NOT,
  organizationId: /^[\w-]+$/,
  groupId: /^\d+$/,
  apiUrl: ORIGIN,
  accountsUrl: ORIGIN,
  language: /^en(-[A-Z]{2})?$/,
};

const isUsual = (settings: AppSettings) =>
  Object.entries(USUAL).every(([name, shape]) => shape.test((settings[name as keyof AppSettings] ?? '') as string));

/**
 * Puts the rooms together inside `root`, and does what the shell says over `bridge`. Nothing is asked of the network
 * before the shell says `start`. The answer takes everything away again.
 */
export function mountApp(root: HTMLElement, bridge: AppBridge, environment: Environment): () => void {
  const scope = root.getRootNode() as Document | ShadowRoot;
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
      case 'start': {
        const settings = Object(message.settings) as AppSettings;
        page.value = Object(message.page) as PageInfo;
        if (isUsual(settings)) return start(settings, speech36, createWords(settings.language));
        return import('./unusual').then((unusual) =>
          unusual.prepare(settings, bridge, calls, scope, (around, ...all) => {
            environment = { ...environment, ...around(environment) };
            start(...all);
          }),
        );
      }
      case 'visibility':
        openedBy.value = message.gesture;
        isFullScreen.value = message.isFullScreen;
        isOpen.value = message.visibility === 'maximized';
        break;
      case 'page':
        page.value = Object(message.page) as PageInfo;
        break;
      case 'call':
        calls.value = [...calls.value, message];
    }
    return undefined;
  }

  function start(settings: AppSettings, speech: Speech, words: Words, customViews?: CustomViews) {
    if (stopRunning) return;
    const { session, diagnostics, begin, stop } = createRun(settings, speech, {
      environment,
      page,
      isWatching: computed(() => isOpen.value && environment.isPageVisible.value && isLogAtEnd.value),
      bridge,
      calls,
      words,
    });
    const unmount = mountUi(root, {
      session,
      clock: environment.clock,
      words,
      onError: (_error, where) => diagnostics.report('not drawn', where),
      host: {
        isOpen,
        isFullScreen,
        openedBy,
        isLogAtEnd,
        minimize: (gesture) => bridge.send({ type: 'minimize', gesture }),
        ask: bridge.send,
        customViews,
      },
    });
    begin();
    bridge.send({ type: 'mounted' });

    stopRunning = () => {
      unmount();
      stop();
    };
  }

  return () => {
    stopRunning?.();
    environment.dispose();
    bridge.close();
  };
}
