import type { Signal } from '@preact/signals-core';
import { type CustomViews, createWords, loadWords, type Words } from '../../ui';
import type { AppBridge, AppCall, AppSettings } from '../shell/contract';
import type { Environment } from './environment';
import { readSettings } from './read-settings';
import { type Speech, speech36 } from './speech';

/** `around`: what is different of the place where we are. `settings`: as they can be used. */
type Start = (
  around: (usual: Environment) => Partial<Environment>,
  settings: AppSettings,
  speech: Speech,
  words: Words,
  customViews: CustomViews | undefined,
) => void;

/**
 * What few pages ask for, and has to be there before anything is connected. Starts nothing where it is not
 * said whose chat it is.
 */
export async function prepare(
  given: unknown,
  bridge: Pick<AppBridge, 'send'>,
  calls: Signal<readonly AppCall[]>,
  scope: Document | ShadowRoot,
  start: Start,
): Promise<void> {
  const { settings, wrong } = readSettings(given);
  if (wrong.length > 0) {
    console.warn('[LiveChatWidget]', `what the page says at the start makes no sense: ${wrong.join(', ')}`);
    calls.value = [...calls.value, { type: 'call', name: 'wrong_settings', payload: wrong }];
  }
  if (!settings) return;
  const speech =
    settings.apiVersion === '3.0' ? import('./speech-v3.0').then(({ loadSpeech30 }) => loadSpeech30()) : speech36;
  const identity = settings.hasIdentity ? import('./identity') : undefined;
  const renderer = settings.hasRenderer ? import('./custom-views') : undefined;
  const look = settings.look && import('./look').then(({ putOnLook }) => putOnLook(settings.look)).catch(() => {});
  // Not to understand all of it is better than to see nothing.
  const words = loadWords(settings.language, scope).catch(() => createWords('en'));
  await look;
  const tokens = (await identity)?.createIdentity(bridge, calls);
  start(
    (usual) => ({ ...(settings.isApart && { fetch: fetchApart(settings, usual) }), tokens }),
    settings,
    await speech,
    await words,
    (await renderer)?.createCustomViews(bridge, calls),
  );
}

/** Whom the cookie stands for is asked for each group: the accounts service has an address for that, API v2. */
function fetchApart({ organizationId, groupId }: AppSettings, { fetch }: Environment): Environment['fetch'] {
  const path = `/v2/customer/${organizationId}/${groupId}/token`;
  return (url, init) => fetch(typeof url === 'string' ? url.replace(/\/v2\/customer\/token$/, path) : url, init);
}
