import { effect, type Signal } from '@preact/signals-core';
import { beginWith, createHttp, createRestVerbs36, judge } from '../../connection';
import {
  createSessionRest,
  forgetDraft,
  type GroupId,
  readOwner,
  type Session,
  type SessionCore,
  type Store,
} from '../../domain';
import { rest36 } from '../../protocol';
import type { Words } from '../../ui';
import type { AppBridge, AppCall, AppSettings } from '../shell/contract';
import { answerCalls } from './calls';
import { checkSettings } from './check-settings';
import type { DiagnosticsLog } from './diagnostics';
import type { Environment } from './environment';
import { createFileShelf } from './file-shelf';
import { inheritTexts } from './inherit';
import type { ServiceLine } from './line';
import { shareLogOut } from './log-out';
import { followFocus } from './page-focus';
import { readAccountPhrases } from './phrases';
import { readAccountRules } from './rules';
import type { Speech, SpeechRest } from './speech';
import { forgetAll } from './stored';
import { startUpkeep } from './upkeep';

interface RestParts {
  readonly settings: AppSettings;
  readonly session: Session & { readonly core: SessionCore };
  readonly line: ServiceLine;
  readonly speech: Speech;
  readonly environment: Environment;
  readonly store: Store;
  /** What the names of the store begin with. */
  readonly namespace: string;
  /** What this page's own names end with. */
  readonly view: { name: string } | undefined;
  readonly diagnostics: DiagnosticsLog;
  readonly bridge: Pick<AppBridge, 'send'>;
  readonly calls: Signal<readonly AppCall[]>;
  readonly words?: Words | undefined;
}

const speechRest36: SpeechRest = { protocol: rest36, createVerbs: createRestVerbs36 };

/** The rest of the app: all that chat, page and network need besides opening, reading and sending text. */
export function startRest(parts: RestParts): () => void {
  const { session, line, environment, store, diagnostics } = parts;
  const { connection } = line;
  const wrong = parts.settings.look?.wrong ?? [];
  if (wrong.length > 0) diagnostics.report('look left out', wrong.join());
  checkSettings(parts.settings, (text) => console.warn('[LiveChatWidget]', text));
  const { protocol, createVerbs } = parts.speech.rest ?? speechRest36;
  const { core } = session;
  const namespace = `natter:${parts.namespace}:`;
  const groupId = parts.settings.groupId as GroupId;

  const http = createHttp({
    fetch: environment.fetch,
    XMLHttpRequest: environment.XMLHttpRequest ?? XMLHttpRequest,
    tokens: line.tokens,
    clock: environment.clock,
    urlOf: (action, region) => line.urlOf(`action/${action}`, region).href,
    readError: protocol.answers.readHttpError,
  });
  const verbs = createVerbs({ speaker: connection, protocol, http, clock: environment.clock });
  const shelf =
    environment.sharing && parts.view
      ? createFileShelf({
          factory: environment.indexedDB ?? (() => indexedDB),
          namespace,
          locks: environment.sharing.locks,
          view: parts.view.name,
        })
      : undefined;
  const focus = followFocus(window, environment);
  const rest = createSessionRest(core, {
    shelf,
    isPageFocused: focus.isFocused,
    clock: environment.clock,
    store,
    newCustomId: environment.newCustomId,
    groupId,
    diagnostics,
    isPageVisible: environment.isPageVisible,
    serviceOrigin: new URL(parts.settings.apiUrl).origin,
    licenseId: licenseOf(parts.settings),
    eraseCustomer: async () => (await import('./seldom')).eraseCustomer(rest, parts.calls, environment.clock.now()),
    // v3.0 has no word for it, and a page hands over its own customers by itself.
    transferIdentity:
      parts.speech.rest || environment.tokens || !parts.settings.clientId
        ? undefined
        : () => import('./seldom').then((seldom) => seldom.transferIdentity(parts)),
    prepareWindow: () => import('./own-window').then((own) => own.prepareWindow(parts)),
    gateway: { ...line.gateway, ...verbs },
  });

  const stopHearing = connection.onUpdate((update) => {
    rest.hear(update);
    if (update.type === 'side-storage-updated') store.write('side-storage', Object.fromEntries(update.storage));
  });
  const readWelcome = async () => readLogin();
  const stopWelcome = connection.onWelcome(readWelcome);

  /** What the core has left out of it. */
  function readLogin(): void {
    const answer = connection.loginAnswer;
    if (!answer) return;
    try {
      const { customer } = connection.dialect.readWelcome(answer, connection.dialect.places);
      if (customer.id === core.users.me.peek()?.id) core.users.me.value = { ...core.users.me.peek(), ...customer };
      const greeting = protocol.answers.readGreeting(answer);
      if (greeting) rest.hear({ type: 'greeting-received', greeting });
    } catch {
      diagnostics.report('log-in left out');
    }
  }

  connection.request = beginWith(rest.welcomeId, connection.request);
  core.rest.value = rest;
  const wasPartial = connection.extend(protocol, judge);
  readLogin();
  if (wasPartial) void core.sync.lookAgain();

  // Whoever may not connect is at least counted.
  const stopCounting = effect(() => {
    const now = session.line.value;
    if (now.state !== 'stopped' || now.reason !== 'busy') return;
    void verbs.checkGoals(line.page.peek().url, groupId, core.users.me.peek()?.sessionFields ?? new Map());
  });
  // With the next log-in it is told anyway.
  const stopFollowing = effect(() => {
    const { url, title } = line.page.value;
    if (session.line.value.state !== 'online' || url === line.page.told) return;
    line.page.told = url;
    connection.ask('updatePage', { url, title }).catch(() => {
      line.page.told = '';
    });
  });
  /** Nothing of it can be stored or sent any more. */
  function forget(): void {
    // What is still on its way, a token for example, comes too late.
    Object.assign(store, { write: () => true });
    line.tokens.invalidate();
    forgetDraft(core.draft, store);
    core.outbox.keep([]);
    session.leave();
    parts.bridge.send({ type: 'logged-out' });
  }
  const logOut = shareLogOut({
    namespace,
    environment,
    owner: () => readOwner(store),
    forget() {
      shelf?.clearOwn();
      forget();
    },
  });
  const stopAnswering = answerCalls(parts.calls, {
    session,
    rest,
    gateway: verbs,
    connection,
    diagnostics,
    bridge: parts.bridge,
    hearFocus: focus.hear,
    forget() {
      shelf?.clear();
      forget();
      forgetAll(environment.storage);
      logOut.tell();
    },
    learn(fields, isWhole) {
      const me = core.users.me.peek();
      const known = isWhole ? [] : (me?.sessionFields ?? []);
      if (me) core.users.me.value = { ...me, sessionFields: new Map([...known, ...fields]) };
    },
    complain: (...what) => console.error('[LiveChatWidget]', ...what),
  });
  readAccountPhrases({ ...parts, answers: protocol.answers }).catch(() => diagnostics.report('phrases not read'));
  readAccountRules({
    settings: parts.settings,
    environment,
    answers: protocol.answers,
    rest,
    bridge: parts.bridge,
  })
    // Nothing waits for it any more.
    .finally(() => rest.setRules({}, 'account'))
    .catch(() => diagnostics.report('rules not read'));
  const stopAwaiting = effect(() => {
    if (rest.awaitsLeaving.value) parts.bridge.send({ type: 'await-exit' });
  });
  // Of another tab.
  const over = new AbortController();
  environment.page.addEventListener('storage', () => rest.lookAgain(), { signal: over.signal });
  const stopInheriting =
    environment.sharing && parts.view
      ? inheritTexts({
          core,
          store,
          view: parts.view,
          namespace,
          locks: environment.sharing.locks,
          environment,
        })
      : () => {};
  const stopUpkeep = startUpkeep(session, connection, environment, parts.bridge);

  return () => {
    over.abort();
    for (const stop of [
      () => logOut.stop(),
      focus.stop,
      stopInheriting,
      stopUpkeep,
      stopAwaiting,
      stopAnswering,
      stopFollowing,
      stopCounting,
      stopWelcome,
      stopHearing,
    ])
      stop();
    rest.dispose();
  };
}

/** As a page may write it: as text or as a number. */
function licenseOf({ licenseId }: Pick<AppSettings, 'licenseId'>): string | undefined {
  return typeof licenseId === 'string' || typeof licenseId === 'number' ? String(licenseId) : undefined;
}
