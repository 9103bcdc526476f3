import { followHeight } from '../../ui';
import type { AppBridge, Look, ToApp } from '../shell/contract';
import { createAloneLine } from './alone-line';
import { askSettings } from './ask-settings';
import type { Environment } from './environment';
import { readInherited } from './own-window-address';
import { parentsOf, readOrigin } from './parents';

// Long enough for any id, and no longer.
const MOST_CHARACTERS = 64;
// Of what is said about the customer, all together.
const LONGEST_PARAMS = 4_000;

/**
 * The chat as a page of its own, or in a frame that nobody talks to: what a page would say stands in the address.
 * `license_id` or `organization_id`, and `client_id`, `group`, `api_version`, `region`. Another service than the usual one
 * is spoken to only where this page itself comes from there (`server_url`): an address is no place to send people astray,
 * so with any other there is no chat. Nor is there one in a page that the account, or `parent`, does not know.
 * `name`, `email` and `params` (session variables, as a query of their own) are told to the service, never shown as markup;
 * `initial_view` is `home` or `chat`; `parent` is the origin of the page around that may listen and ask. What else stands there is not looked at.
 */
export async function readAddress(address: string, environment: Environment): Promise<AppBridge> {
  const { origin, searchParams } = new URL(address);
  const read = (name: string) => searchParams.get(name)?.slice(0, MOST_CHARACTERS) || undefined;
  const [licenseId, named, group] = [read('license_id'), read('organization_id'), read('group')];
  if (!licenseId && !named) return refuse('license_id or organization_id is missing in the address');

  await someoneCame();
  beWholePage();
  if ((searchParams.get('server_url') ?? origin) !== origin)
    return refuse('server_url in the address is not where this page comes from');
  const around = parentsOf(window, origin);
  const parent = originOf(read('parent'));
  const [nearest = parent] = around ?? [];
  if (!around) return refuse('too many pages are around this one');
  if (parent !== undefined && parent !== origin && parent !== nearest)
    return refuse(`this page is in a page of ${nearest}, not of ${parent}`);

  const ask = (page: string | undefined) =>
    askSettings(
      {
        organizationId: named,
        licenseId,
        group: group && /^\d+$/.test(group) ? group : undefined,
        clientId: read('client_id'),
        apiVersion: read('api_version'),
        region: read('region'),
        serverUrl: read('server_url'),
        around: page,
      },
      page ? 'code' : 'direct_link',
      environment,
    );
  const [settings, ...others] = await Promise.all(around.length > 0 ? around.map(ask) : [ask(undefined)]);
  if (!settings || others.includes(undefined))
    return refuse(['the service has no configuration for this address', ...around].join(' in a page of '));
  const { chat, look, page } = readInherited(window) ?? {};
  return createAloneLine(
    window,
    parent,
    [
      {
        type: 'start',
        settings: { ...settings, ...(look ? { look: look as Look } : undefined) },
        page: { url: environment.address, title: '', referrer: '', ...page },
      },
      { type: 'visibility', visibility: 'maximized', gesture: 'none', isFullScreen: false },
      ...customerIn(searchParams),
      ...(chat ? [{ type: 'call', name: 'set_chat', payload: chat } as const] : []),
    ],
    (tell) => followHeight(document.body, tell),
  );
}

function customerIn(address: URLSearchParams): ToApp[] {
  const calls: ToApp[] = [];
  const variables = Object.fromEntries(new URLSearchParams(address.get('params')?.slice(0, LONGEST_PARAMS)));
  if (Object.keys(variables).length > 0) {
    calls.push({ type: 'call', name: 'update_session_variables', payload: variables });
  }
  const view = address.get('initial_view');
  if (view) calls.push({ type: 'call', name: 'set_chat', payload: { initial_view: view } });
  for (const key of ['name', 'email']) {
    const payload = address.get(key);
    if (payload?.trim()) calls.push({ type: 'call', name: `set_customer_${key}`, payload });
  }
  return calls;
}

/** Only as an origin: with more behind it, it would be an address of something else. */
const originOf = (text: string | undefined) => (text === readOrigin(text) ? text : undefined);

/** A page that is only prerendered is nobody's chat yet. */
function someoneCame(): Promise<unknown> | undefined {
  if (!(document as { prerendering?: boolean }).prerendering) return undefined;
  return new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }));
}

/** What only the outermost page can say. In a frame nobody reads it, so the document does without. */
function beWholePage(): void {
  const says = [
    ['viewport', 'width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content'],
    ['robots', 'noindex'],
  ] as const;
  for (const [name, content] of says) {
    const meta = document.createElement('meta');
    document.head.append(Object.assign(meta, { name, content }));
  }
}

/** What is wrong is for the developer; whoever looks at it reads nothing that could be about them. */
function refuse(what: string): AppBridge {
  console.error('[LiveChatWidget]', what);
  const said = document.createElement('p');
  said.append('This chat cannot be shown here.');
  said.style.cssText = 'margin: 2rem; font: 1rem/1.5 system-ui, sans-serif; text-align: center';
  document.body.append(said);
  return createAloneLine(window, undefined, []);
}
