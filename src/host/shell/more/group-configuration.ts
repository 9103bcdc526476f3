import { type Fields, readFields, readText } from '../read';
import type { LineHost } from '../window/host';

const asked = new WeakMap<LineHost, Promise<Fields>>();

/**
 * What the service keeps for this group, asked for once: `get_configuration` of the Customer Chat API v3.6, with its
 * `properties`, `buttons`, `integrations`, and, where the account has one, a branch `__priv`. Nothing, if there is no answer.
 */
export function readGroupConfiguration(host: LineHost): Promise<Fields> {
  const answer = asked.get(host) ?? ask(host).catch(() => ({}));
  asked.set(host, answer);
  return answer;
}

async function ask({ configuration, signal }: LineHost): Promise<Fields> {
  if (!configuration) return {};
  const { apiUrl, organizationId, groupId, live } = configuration;
  const version = readText(live['config_version']) ?? '';
  const query = new URLSearchParams({ organization_id: organizationId, group_id: `${groupId}`, version });
  const url = `${apiUrl}/v3.6/customer/action/get_configuration?${query}`;
  const response = await fetch(url, { signal, credentials: 'omit', priority: 'low' });
  return response.ok ? readFields(await response.json()) : {};
}
