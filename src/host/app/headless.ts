import { computed, signal } from '@preact/signals-core';
import type { Session } from '../../domain';
import type { AppCall, PageInfo } from '../shell/contract';
import { type Account, askSettings } from './ask-settings';
import { createEnvironment, type Environment } from './environment';
import { createRun } from './run';
import { speech36 } from './speech';

/** What a chat without a window needs, and of it only whose it is. */
export interface HeadlessOptions extends Omit<Account, 'apiVersion' | 'serverUrl'> {
  /** Of the Customer Chat API. Default: `3.6`. */
  readonly apiVersion?: '3.0' | '3.6' | undefined;
  /** The address of another service than LiveChat's: of the sandbox, for example. */
  readonly serverUrl?: string | undefined;
  /** Where the visitor is. Default: the page. */
  readonly page?: PageInfo | undefined;
  /** Default: the browser. */
  readonly environment?: Partial<Environment> | undefined;
}

export interface HeadlessChat {
  /** All that a window would show, in signals, and all that a visitor can do. */
  readonly session: Session;
  /** Whoever draws says whether somebody sees it: what comes while nobody does is unread. At first: no. */
  readonly setWatched: (isWatched: boolean) => void;
  /** Leaves no socket, timer or listener. What was not sent is kept, and sent the next time. */
  close(): void;
}

/** Opens the chat and connects it. Rejects where the service does not know whose it is. */
export async function openHeadless({ serverUrl, page, ...options }: HeadlessOptions): Promise<HeadlessChat> {
  const environment: Environment = { ...createEnvironment(window), ...options.environment };
  const account = { ...options, ...(serverUrl && { serverUrl: new URL(serverUrl).origin }) };
  const settings = await askSettings(account, 'code', environment);
  if (!settings) {
    environment.dispose();
    throw new Error('[LiveChatWidget] the service has no configuration for this account');
  }
  const speech =
    settings.apiVersion === '3.0' ? await import('./speech-v3.0').then((part) => part.loadSpeech30()) : speech36;
  const here = { url: location.href, title: document.title, referrer: document.referrer };
  const isSeen = signal(false);
  const { session, begin, stop } = createRun(settings, speech, {
    environment,
    page: signal(page ?? here),
    isWatching: computed(() => isSeen.value && environment.isPageVisible.value),
    bridge: { send: () => {} },
    calls: signal<readonly AppCall[]>([]),
  });
  begin();
  return {
    session,
    setWatched(isWatched) {
      isSeen.value = isWatched;
    },
    close() {
      stop();
      environment.dispose();
    },
  };
}
