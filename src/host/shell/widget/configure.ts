import { page } from './page-api';
import type { ConfigurationOptions } from './types';

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/**
 * Writes into `window.__lc` what a widget reads when it starts. What is absent is taken out of it, so that nothing is left
 * of the widget before. Throws where nobody says whose widget it is.
 */
export function assignConfiguration(options: ConfigurationOptions): void {
  const { organizationId, license, group, sessionVariables } = options;
  const isKnown = isText(organizationId);
  if (!isKnown && !isText(license)) throw new Error('[LiveChatWidget] organizationId or license is missing');

  const told: Record<string, unknown> = {
    organizationId: isKnown ? organizationId : undefined,
    // Version 3.0 of the API knows accounts by their license only.
    license: isText(license) && (!isKnown || options.apiVersion === '3.0') ? Number(license) : undefined,
    group: group === undefined ? undefined : Number(group),
    chat_between_groups: options.chatBetweenGroups,
    params: sessionVariables && Object.entries(sessionVariables).map(([name, value]) => ({ name, value })),
    custom_identity_provider: options.customIdentityProvider,
    custom_renderer: options.customRenderer,
    client_id: options.clientId,
    api_version: options.apiVersion,
    region: options.region,
    server_url: options.serverUrl,
    fallback_url: options.fallbackUrl,
  };
  const lc = page().__lc ?? {};
  page().__lc = lc;
  for (const [name, value] of Object.entries(told)) {
    if (value === undefined) delete lc[name];
    else lc[name] = value;
  }
}
