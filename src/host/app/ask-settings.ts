import type { AppSettings } from '../shell/contract';
import type { Environment } from './environment';

const MOST_TRIES = 6;

/** Whose chat it is, and at which service. */
export interface Account {
  readonly organizationId?: string | undefined;
  readonly licenseId?: string | undefined;
  /** A number, as text. */
  readonly group?: string | undefined;
  readonly clientId?: string | undefined;
  readonly apiVersion?: string | undefined;
  readonly region?: string | undefined;
  /** An origin, if the service is not LiveChat's. */
  readonly serverUrl?: string | undefined;
  /** The page around, as an origin: the service knows whether it may have the chat in it. */
  readonly around?: string | undefined;
}

/** Asks the service for what the app has to know before it starts. Nothing: there is no such chat, or no answer. */
export async function askSettings(
  { organizationId: named, licenseId, group, clientId = '', apiVersion, region, serverUrl, around }: Account,
  channel: 'direct_link' | 'code',
  environment: Environment,
): Promise<AppSettings | undefined> {
  const apiUrl = serverUrl ?? `https://api${/^(fra|eu)/.test(region ?? '') ? '-fra' : ''}.livechatinc.com`;
  const url = new URL('/v3.6/customer/action/get_dynamic_configuration', apiUrl);
  if (named) url.searchParams.set('organization_id', named);
  else if (licenseId) url.searchParams.set('license_id', licenseId);
  if (group) url.searchParams.set('group_id', group);
  if (around) url.searchParams.set('url', around);
  url.searchParams.set('channel_type', channel);

  const told = await ask(url, environment);
  if (!told) return undefined;
  const { organizationId, language, onlineGroupIds, groupId = Number(group ?? 0) } = told;
  return {
    organizationId,
    licenseId,
    clientId,
    groupId,
    apiVersion,
    region,
    apiUrl,
    accountsUrl: serverUrl ?? 'https://accounts.livechatinc.com',
    language,
    availability: onlineGroupIds.includes(groupId) ? 'online' : 'offline',
  };
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
  if (chat['domain_allowed'] === false) return undefined;
  return {
    organizationId,
    groupId: typeof groupId === 'number' ? groupId : undefined,
    language: typeof language === 'string' ? language : 'en',
    onlineGroupIds: Array.isArray(chat['online_group_ids']) ? chat['online_group_ids'] : [],
  };
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields => Object(value) as Fields;
