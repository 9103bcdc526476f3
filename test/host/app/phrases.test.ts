import { expect, it, vi } from 'vitest';
import { readAccountPhrases } from '../../../src/host/app/phrases';
import { rest36 } from '../../../src/protocol';
import { createWords } from '../../../src/ui';
import { loadFrame } from '../../support/fixtures';

const kept = new Map<string, unknown>();
const store = {
  read: (name: string) => kept.get(name),
  write: (name: string, value: unknown) => Boolean(kept.set(name, value)),
  remove: (name: string) => void kept.delete(name),
};

function ask(phrases: unknown, version: unknown = 'l1') {
  const words = createWords('en', { 'offline.title': 'Ours', 'common.cancel': 'Cancel' } as never);
  const fetch = vi.fn(async (_url: string) => new Response(JSON.stringify(phrases)));
  const report = vi.fn();
  const done = readAccountPhrases({
    settings: {
      apiUrl: 'https://api.test',
      organizationId: 'o',
      groupId: 3,
      language: 'en',
      live: { localization_version: version },
    } as never,
    words,
    store,
    environment: { fetch: fetch as never },
    answers: rest36.answers,
    diagnostics: { report },
  });
  return { words, fetch, report, done };
}

it('theirs come for ours, key by key; an empty one counts as none, and what nobody knows is counted by number', async () => {
  kept.clear();
  const { words, fetch, report, done } = ask({
    AGENTS_NOT_AVAILABLE: 'Riding',
    Cancel: '  ',
    embedded_new_message: '%operator% wrote, %what%',
    Nobody_knows: 'x',
  });
  expect(words.t('offline.title')).toBe('Ours');
  await done;
  expect(String(fetch.mock.calls[0]?.[0])).toBe(
    'https://api.test/v3.6/customer/action/get_localization?organization_id=o&version=l1&language=en&group_id=3',
  );
  words.add({ 'notice.from': 'New message from {author}' } as never);
  expect([words.t('offline.title'), words.t('common.cancel'), words.find('offline.title')]).toEqual([
    'Riding',
    'Cancel',
    'Riding',
  ]);
  expect(words.t('notice.from', { author: '{count}' })).toBe('{count} wrote, %what%');
  expect(report).toHaveBeenCalledExactlyOnceWith('phrases left out', '1');
});

it('is asked for once for a version, and at once there on the next page', async () => {
  kept.clear();
  await ask({ agents_not_available: 'Riding' }).done;
  const next = ask({});
  expect(next.words.t('offline.title')).toBe('Riding');
  await next.done;
  expect(next.fetch).not.toHaveBeenCalled();
  const newer = ask({ agents_not_available: 'Swimming' }, 'l2');
  await newer.done;
  expect(newer.words.t('offline.title')).toBe('Swimming');
  const none = ask({}, null);
  await none.done;
  expect(none.fetch).not.toHaveBeenCalled();
});

it('reads what the reference shows', async () => {
  kept.clear();
  const { response } = loadFrame('3.6/customer', 'http.get_localization') as unknown as { response: { body: object } };
  const { words, done } = ask(response.body);
  await done;
  expect(words.t('offline.title')).toMatch(/^Nasi konsultanci/);
  expect(words.t('composer.placeholder')).toBe('Napisz wiadomość…');
});
