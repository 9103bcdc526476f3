import type { ChatRules, WholeSessionRest } from '../../domain';
import type { ProtocolRest } from '../../protocol';
import type { AppBridge, AppSettings } from '../shell/contract';
import type { Environment } from './environment';

interface Parts {
  readonly settings: AppSettings;
  readonly environment: Pick<Environment, 'fetch'>;
  readonly answers: Pick<ProtocolRest['answers'], 'readConfiguration'>;
  readonly rest: Pick<WholeSessionRest, 'setRules'>;
  readonly bridge: Pick<AppBridge, 'send'>;
}

/**
 * What the account says about chats: `get_configuration`, Customer Chat API v3.6, also where the chat itself is v3.0. Without
 * an answer all is as usual.
 */
export async function readAccountRules({ settings, environment, answers, rest, bridge }: Parts): Promise<void> {
  const { apiUrl, organizationId, groupId, live } = settings;
  const version = live?.['config_version'];
  if (typeof version !== 'string') return;
  const query = new URLSearchParams({ organization_id: organizationId, group_id: `${groupId}`, version });
  const url = `${apiUrl}/v3.6/customer/action/get_configuration?${query}`;
  const response = await environment.fetch(url, { credentials: 'omit' });
  if (!response.ok) return;
  const configuration: unknown = await response.json();
  rest.setRules(answers.readConfiguration(configuration).rules, 'account');
  // How we look, and who counts what happens, is for the page's side to read. Most accounts say nothing of either.
  const { __priv, integrations } = Object(configuration) as Readonly<Record<string, unknown>>;
  if (__priv || (Object(integrations) as Readonly<Record<string, unknown>>)['analytics'])
    bridge.send({ type: 'group', configuration });
}

const FLAGS = [
  ['mask_cards', 'masksCards'],
  ['form_after_greeting', 'asksAfterGreeting'],
  ['hide_greetings_offline', 'hidesGreetingsOffline'],
  ['skip_known_form', 'skipsKnownForm'],
  ['sneak_peek', 'peeks'],
  ['sneak_peek_note', 'tellsOfPeeks'],
  ['own_window', 'hasOwnWindow'],
  ['delete_data', 'offersErasure'],
  ['notifications', 'notifies'],
  ['customer_photo', 'showsOwnPhoto'],
] as const;

/** What the page says: `window.__lc.chat`, and `locked` in `window.__lc.visitor`. What makes no sense is told by name. */
export function readPageRules(given: unknown, complain: (line: string) => void): Partial<ChatRules> {
  const from = Object(given) as Readonly<Record<string, unknown>>;
  const wrong = (name: string, is: string) => complain(`chat.${name} has to be ${is}`);
  const rules: { -readonly [K in keyof ChatRules]?: ChatRules[K] } = {};
  for (const [name, rule] of FLAGS) {
    const value = from[name];
    if (typeof value === 'boolean') rules[rule] = value;
    else if (value !== undefined) wrong(name, 'true or false');
  }
  if (rules.hasOwnWindow) rules.said = given;
  const privacy = from['privacy_text'];
  if (typeof privacy === 'string') rules.privacyText = privacy.trim().slice(0, 2_000);
  else if (privacy !== undefined) wrong('privacy_text', 'a text');
  const locked = from['locked'];
  if (Array.isArray(locked)) rules.locked = (['name', 'email'] as const).filter((name) => locked.includes(name));
  return rules;
}
