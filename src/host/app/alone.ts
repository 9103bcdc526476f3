import type { AppBridge, AppSettings, ToApp } from '../shell/contract';
import type { Environment } from './environment';

const MOST_TRIES = 6;
// Long enough for any id, and no longer.
const MOST_CHARACTERS = 64;

/**
 * The chat as a page of its own, or in a frame that nobody talks to: what a page would say stands in the address.
 * `license_id` or `organization_id`, and `client_id`, `group`, `api_version`, `region`. Another service than the usual one
 * is spoken to only where this page itself comes from there (`server_url`): an address is no place to send people astray.
 */
export async function readAddress(address: string, environment: Environment): Promise<AppBridge> {
  const { origin, searchParams } = new URL(address);
  const read = (name: string) => searchParams.get(name)?.slice(0, MOST_CHARACTERS) || undefined;
  const [licenseId, named, group] = [read('license_id'), read('organization_id'), read('group')];
  if (!licenseId && !named) return complain('license_id or organization_id is missing in the address');

  const isOwn = read('server_url') === origin;
  const region = read('region');
  const usual = `https://api${/^(fra|eu)/.test(region ?? '') ? '-fra' : ''}.livechatinc.com`;
  const apiUrl = isOwn ? origin : usual;
  const url = new URL('/v3.6/customer/action/get_dynamic_configuration', apiUrl);
  if (named) url.searchParams.set('organization_id', named);
  else if (licenseId) url.searchParams.set('license_id', licenseId);
  if (group && /^\d+$/.test(group)) url.searchParams.set('group_id', group);
  url.searchParams.set('channel_type', 'direct_link');

  beWholePage();
  const told = await ask(url, environment);
  if (!told) return complain('the service has no configuration for this address');

  const { organizationId, language, onlineGroupIds, groupId = Number(group ?? 0) } = told;
  const settings: AppSettings = {
    organizationId,
    licenseId,
    clientId: read('client_id') ?? '',
    groupId,
    apiVersion: read('api_version'),
    region,
    apiUrl,
    accountsUrl: isOwn ? origin : 'https://accounts.livechatinc.com',
    language,
    availability: onlineGroupIds.includes(groupId) ? 'online' : 'offline',
  };
  return tell(
    { type: 'start', settings, page: { url: environment.address, title: '', referrer: '' } },
    { type: 'visibility', visibility: 'maximized', gesture: 'none', isFullScreen: false },
  );
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

/** Says these to the app, and nobody hears what it reports. */
function tell(...messages: ToApp[]): AppBridge {
  return { send: () => {}, listen: (listener) => messages.forEach(listener), close: () => {} };
}

function complain(what: string): AppBridge {
  console.error('[LiveChatWidget]', what);
  return tell();
}

type Told = Pick<AppSettings, 'organizationId' | 'language'> & {
  readonly groupId: number | undefined;
  readonly onlineGroupIds: readonly unknown[];
};

async function ask(url: URL, { clock, fetch, random }: Environment): Promise<Told | undefined> {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    try {
      const response = await fetch(url.href, { credentials: 'omit' });
      const body: unknown = await response.json();
      if (response.ok || response.status < 429) return readTold(fieldsOf(body));
    } catch {
      // The network may be back the next time.
    }
    await new Promise<void>((resolve) => clock.after(random() * 1_000 * 2 ** attempt, resolve));
  }
  return undefined;
}

function readTold(body: Fields): Told | undefined {
  const chat = fieldsOf(body['livechat']);
  const [organizationId, groupId, language] = [body['organization_id'], chat['group_id'], chat['language']];
  if (typeof organizationId !== 'string' || body['livechat_active'] === false) return undefined;
  return {
    organizationId,
    groupId: typeof groupId === 'number' ? groupId : undefined,
    language: typeof language === 'string' ? language : 'en',
    onlineGroupIds: Array.isArray(chat['online_group_ids']) ? chat['online_group_ids'] : [],
  };
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields => Object(value) as Fields;
