import type { AppBridge, ToApp } from '../shell/contract';
import { createAloneLine } from './alone-line';
import { askSettings } from './ask-settings';
import type { Environment } from './environment';

// Long enough for any id, and no longer.
const MOST_CHARACTERS = 64;
// Of what is said about the customer, all together.
const LONGEST_PARAMS = 4_000;

/**
 * The chat as a page of its own, or in a frame that nobody talks to: what a page would say stands in the address.
 * `license_id` or `organization_id`, and `client_id`, `group`, `api_version`, `region`. Another service than the usual one
 * is spoken to only where this page itself comes from there (`server_url`): an address is no place to send people astray.
 * `name`, `email` and `params` (session variables, as a query of their own) are told to the service, never shown as markup;
 * `parent` is the origin of the page around that may listen and ask. What else stands there is not looked at.
 */
export async function readAddress(address: string, environment: Environment): Promise<AppBridge> {
  const { origin, searchParams } = new URL(address);
  const read = (name: string) => searchParams.get(name)?.slice(0, MOST_CHARACTERS) || undefined;
  const [licenseId, named, group] = [read('license_id'), read('organization_id'), read('group')];
  if (!licenseId && !named) return complain('license_id or organization_id is missing in the address');

  await someoneCame();
  beWholePage();
  const settings = await askSettings(
    {
      organizationId: named,
      licenseId,
      group: group && /^\d+$/.test(group) ? group : undefined,
      clientId: read('client_id'),
      apiVersion: read('api_version'),
      region: read('region'),
      serverUrl: read('server_url') === origin ? origin : undefined,
    },
    'direct_link',
    environment,
  );
  if (!settings) return complain('the service has no configuration for this address');
  return createAloneLine(window, originOf(read('parent')), [
    { type: 'start', settings, page: { url: environment.address, title: '', referrer: '' } },
    { type: 'visibility', visibility: 'maximized', gesture: 'none', isFullScreen: false },
    ...customerIn(searchParams),
  ]);
}

function customerIn(address: URLSearchParams): ToApp[] {
  const calls: ToApp[] = [];
  const variables = Object.fromEntries(new URLSearchParams(address.get('params')?.slice(0, LONGEST_PARAMS)));
  if (Object.keys(variables).length > 0) {
    calls.push({ type: 'call', name: 'update_session_variables', payload: variables });
  }
  for (const key of ['name', 'email']) {
    const payload = address.get(key);
    if (payload?.trim()) calls.push({ type: 'call', name: `set_customer_${key}`, payload });
  }
  return calls;
}

/** Only as an origin: with more behind it, it would be an address of something else. */
function originOf(text: string | undefined): string | undefined {
  try {
    return text && new URL(text).origin === text ? text : undefined;
  } catch {
    return undefined;
  }
}

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

function complain(what: string): AppBridge {
  console.error('[LiveChatWidget]', what);
  return createAloneLine(window, undefined, []);
}
