import type { Signal } from '@preact/signals-core';
import { type CustomViews, createWords, loadWords, type Words } from '../../ui';
import type { AppBridge, AppCall, AppSettings } from '../shell/contract';
import type { Environment } from './environment';
import { type Speech, speech36 } from './speech';

interface Unusual {
  readonly speech: Speech;
  /** What is different of the place where we are. */
  readonly around: (usual: Environment) => Partial<Environment>;
  readonly words: Words;
  readonly customViews: CustomViews | undefined;
}

/** What few pages ask for, and has to be there before anything is connected. */
export async function prepare(
  settings: AppSettings,
  bridge: Pick<AppBridge, 'send'>,
  calls: Signal<readonly AppCall[]>,
  scope: Document | ShadowRoot,
): Promise<Unusual> {
  const speech =
    settings.apiVersion === '3.0' ? import('./speech-v3.0').then(({ loadSpeech30 }) => loadSpeech30()) : speech36;
  const identity = settings.hasIdentity ? import('./identity') : undefined;
  const renderer = settings.hasRenderer ? import('./custom-views') : undefined;
  const look = settings.look && import('./look').then(({ putOnLook }) => putOnLook(settings.look)).catch(() => {});
  // Not to understand all of it is better than to see nothing.
  const words = loadWords(settings.language, scope).catch(() => createWords('en'));
  await look;
  const tokens = (await identity)?.createIdentity(bridge, calls);
  return {
    speech: await speech,
    around: (usual) => ({ ...(settings.isApart && { fetch: fetchApart(settings, usual) }), tokens }),
    words: await words,
    customViews: (await renderer)?.createCustomViews(bridge, calls),
  };
}

/** Whom the cookie stands for is asked for each group: the accounts service has an address for that, API v2. */
function fetchApart({ organizationId, groupId }: AppSettings, { fetch }: Environment): Environment['fetch'] {
  const path = `/v2/customer/${organizationId}/${groupId}/token`;
  return (url, init) => fetch(typeof url === 'string' ? url.replace(/\/v2\/customer\/token$/, path) : url, init);
}
