import { cleanUrl, keepShort } from './clean-url';
import type { Availability, Look } from './contract';
import { createTimer, listen } from './life';
import { type Fields, readCount, readFields, readText } from './read';
import { warn } from './report';
import type { Settings } from './settings';

// After these we wait for the network, or for a visitor who asks: a closed widget does not call for ever.
const MOST_TRIES = 6;

/** What we use of it. */
export interface Configuration {
  readonly organizationId: string;
  readonly groupId: number;
  /** The origin that gave this answer. */
  readonly apiUrl: string;
  readonly language: string;
  readonly availability: Availability;
  /** As the service said it: of what it keeps for the group, the versions are in it. */
  readonly live: Fields;
  /** Of account and page; added by what reads it. */
  readonly look?: Look;
}

/** Asks until there is an answer. What it returns asks at once, for somebody who waits for it. */
export function loadConfiguration(
  signal: AbortSignal,
  settings: Settings,
  /** The configuration, or why there is no widget here. */
  onAnswer: (answer: Configuration | string) => void,
): () => void {
  const timer = createTimer(signal);
  let isBusy = false;
  let tries = 0;

  function ask() {
    if (isBusy) return;
    isBusy = true;
    timer();
    fetchAnswer(signal, settings).then(take, () => take());
  }

  function take(answer?: Configuration | string) {
    if (signal.aborted) return;
    if (answer) return onAnswer(answer);
    isBusy = false;
    if (!tries++) warn('config_unreachable');
    // Full jitter: anything up to the ceiling, so that a restart does not call everyone back at once.
    if (tries < MOST_TRIES) timer(ask, Math.random() * 1_000 * 2 ** tries);
  }

  listen(signal, window, 'online', ask);
  ask();
  return ask;
}

async function fetchAnswer(
  signal: AbortSignal,
  settings: Settings,
  /** Where the service has sent us, once. */
  told?: unknown,
): Promise<Configuration | string | undefined> {
  const { account, group, given } = settings;
  keepShort(given['tracking']);
  const region = told ?? given['region'];
  const apiUrl = settings.origin ?? `https://api${/^(fra|eu)/.test(region as string) ? '-fra' : ''}.livechatinc.com`;
  const said = Object.entries({
    [account[0]]: account[1],
    url: cleanUrl(location.href),
    channel_type: 'code',
    group_id: group,
    implementation_type: readText(given['integration_name']),
    origin: readText(given['product_name']),
  });
  const query = new URLSearchParams();
  for (const [name, value] of said) if (value !== undefined) query.set(name, value as string);
  const response = await fetch(`${apiUrl}/v3.6/customer/action/get_dynamic_configuration?${query}`, {
    signal,
    credentials: 'omit',
    priority: 'low',
  });
  const body = readFields(await response.json());
  const chat = readFields(body['livechat']);
  const organizationId = readText(body['organization_id']);
  // What the service says about itself (busy, too many) may be different the next time.
  if (!organizationId) {
    const error = readFields(body['error']);
    const elsewhere = readFields(error['data'])['region'];
    if (elsewhere && !told) return fetchAnswer(signal, settings, elsewhere);
    return response.status < 429 ? readText(error['type']) : undefined;
  }
  if (body['livechat_active'] === false) return 'livechat_inactive';
  if (chat['domain_allowed'] === false) return 'domain_not_allowed';
  const groupId = readCount(chat['group_id']) ?? group ?? 0;
  const online = chat['online_group_ids'];
  return {
    organizationId,
    groupId,
    apiUrl,
    language: readText(chat['language']) ?? 'en',
    availability: Array.isArray(online) && online.includes(groupId) ? 'online' : 'offline',
    live: chat,
  };
}
