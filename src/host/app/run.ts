import { effect, type ReadonlySignal, type Signal } from '@preact/signals-core';
import { createSession, type GroupId, type Session } from '../../domain';
import type { Words } from '../../ui';
import type { AppBridge, AppCall, AppSettings } from '../shell/contract';
import { beginLine } from './begin';
import { createDiagnostics, type DiagnosticsLog } from './diagnostics';
import type { Environment } from './environment';
import { createServiceLine, type ServiceLine } from './line';
import type { Speech } from './speech';

/** What a chat needs of the place where it is. */
export interface Surroundings {
  readonly environment: Environment;
  readonly page: ServiceLine['page'];
  readonly isWatching: ReadonlySignal<boolean>;
  readonly bridge: Pick<AppBridge, 'send'>;
  /** What the page asks; the rest of the app answers. */
  readonly calls: Signal<readonly AppCall[]>;
  /** Absent where nothing is drawn. */
  readonly words?: Words | undefined;
}

export interface Run {
  readonly session: Session;
  readonly diagnostics: DiagnosticsLog;
  /** Connects, and fetches the rest. */
  readonly begin: () => void;
  readonly stop: () => void;
}

/** The rooms put together, but for the one that draws. */
export function createRun(settings: AppSettings, speech: Speech, surroundings: Surroundings): Run {
  const { environment, page, isWatching } = surroundings;
  const diagnostics = createDiagnostics(environment.clock);
  const { apiUrl, organizationId, isApart, groupId } = settings;
  const namespace = `${new URL(apiUrl).host}:${organizationId}${isApart ? `:${groupId}` : ''}`;
  const store = environment.openStore(namespace);
  const view = environment.sharing && { name: `@${environment.newCustomId()}` };
  const line = createServiceLine(settings, page, environment, store, diagnostics, speech);
  const session = createSession({
    ...environment,
    gateway: line.gateway,
    store,
    diagnostics,
    view,
    groupId: groupId as GroupId,
    isGroupOnline: settings.availability === 'online',
    attention: { isWatching },
  });
  let stopRest: (() => void) | undefined;
  let stopLoading: (() => void) | undefined;
  let stopLine: (() => void) | undefined;
  let isGone = false;

  function load() {
    // At once, and again when there is a chance that it can be had now.
    if (session.line.value.state === 'stopped' || stopRest) return;
    import('./rest').then(
      (rest) => {
        if (isGone) return;
        stopRest ??= rest.startRest({
          ...surroundings,
          settings,
          session,
          line,
          speech,
          store,
          namespace,
          view,
          diagnostics,
        });
      },
      () => {
        diagnostics.report('rest not loaded');
        line.connection.extend(undefined);
      },
    );
  }

  return {
    session,
    diagnostics,
    begin() {
      stopLine = beginLine(settings, line, environment);
      stopLoading = effect(load);
    },
    stop() {
      isGone = true;
      stopLoading?.();
      stopRest?.();
      session.dispose();
      stopLine?.();
    },
  };
}
