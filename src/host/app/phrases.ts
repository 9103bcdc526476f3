import type { Diagnostics, Store } from '../../domain';
import type { ProtocolRest } from '../../protocol';
import { createWords, type Words } from '../../ui';
import type { AppSettings } from '../shell/contract';
import type { Environment } from './environment';

/** What official phrases are called here, and their values: `%theirs%` is `{ours}`. In lower case, for the service spells as it likes. */
const OURS: ReadonlyMap<string, readonly [key: string, values?: Readonly<Record<string, string>>]> = new Map([
  ['agents_not_available', ['offline.title']],
  ['agents_currently_not_available', ['offline.title']],
  ['agents_not_available_continuous', ['offline.text']],
  ['assistly_ticket_created', ['form.sent']],
  ['assistly_ticket_notification', ['offline.follow_up', { email: 'email' }]],
  ['embedded_new_message', ['notice.from', { operator: 'author' }]],
  ['type_message_here', ['composer.placeholder']],
  ['cancel', ['common.cancel']],
]);

const KEPT_AS = 'phrases';
const LONGEST = 1_000;

interface Parts {
  readonly settings: AppSettings;
  /** Absent where nothing is drawn. */
  readonly words?: Words | undefined;
  readonly store: Store;
  readonly environment: Pick<Environment, 'fetch'>;
  readonly answers: Pick<ProtocolRest['answers'], 'readLocalization'>;
  readonly diagnostics: Pick<Diagnostics, 'report'>;
}

/**
 * Phrases that the account has written itself, `get_localization` of the Customer Chat API v3.6: kept for as long as the
 * service names the same version, and in their place from the next page on at the latest. Where it says nothing, ours stay.
 */
export async function readAccountPhrases(parts: Parts): Promise<void> {
  const { settings, words, store, environment, answers, diagnostics } = parts;
  const { apiUrl, organizationId, groupId, language, live } = settings;
  const version = live?.['localization_version'];
  if (!words || typeof version !== 'string') return;
  const name = [groupId, language, version].join();
  const kept = Object(store.read(KEPT_AS)) as { readonly name?: unknown; readonly phrases?: unknown };
  // Those of an older version are nearer to what is wanted than ours.
  put(words, readKept(kept.phrases));
  if (kept.name === name) return;

  const query = new URLSearchParams({ organization_id: organizationId, version, language, group_id: `${groupId}` });
  const response = await environment.fetch(`${apiUrl}/v3.6/customer/action/get_localization?${query}`, {
    credentials: 'omit',
  });
  if (!response.ok) return;
  const phrases: Record<string, string> = {};
  const unknown: string[] = [];
  for (const [theirs, text] of answers.readLocalization(await response.json())) {
    const [ours, values = {}] = OURS.get(theirs.toLowerCase()) ?? [];
    if (!ours) unknown.push(theirs);
    else if (text.trim()) phrases[ours] = rename(text.slice(0, LONGEST), values);
  }
  if (unknown.length > 0) diagnostics.report('phrases left out', `${unknown.length}`);
  store.write(KEPT_AS, { name, phrases });
  put(words, readKept(phrases));
}

const rename = (text: string, values: Readonly<Record<string, string>>) =>
  text.replace(/%(\w+)%/g, (whole, name: string) => (values[name] ? `{${values[name]}}` : whole));

function readKept(kept: unknown): ReadonlyMap<string, string> {
  return new Map(Object.entries(Object(kept) as object).filter(([, text]) => typeof text === 'string'));
}

/** Theirs for ours, key by key. What is drawn already says it when it is drawn again. */
function put(words: Words, phrases: ReadonlyMap<string, string>): void {
  if (phrases.size === 0) return;
  const theirs = createWords(words.language, Object.fromEntries(phrases), words.direction);
  const ours = { ...words };
  const whose = (key: string) => (phrases.has(key) ? theirs : ours);
  Object.assign(words, {
    parts: ((key, ...values) => whose(key).parts(key, ...values)) satisfies Words['parts'],
    t: ((key, ...values) => whose(key).t(key, ...values)) satisfies Words['t'],
    find: ((key) => whose(key).find(key)) satisfies Words['find'],
  });
}
