import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { members, withTable } from './members';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

it('the table in JS-API.md is this one: `npm run matrix` writes it', () => {
  const page = read('src/host/JS-API.md');
  expect(page).toBe(withTable(page));
});

it.each(members)('$name has the test that it names', ({ test: [file, title] }) => {
  expect(read(file)).toContain(title);
});

it('every name that the app answers to is in it', () => {
  const ours = [
    'offer_draft',
    'start_chat',
    'visitor_leaves',
    'way_back',
    'tell_old_api',
    'set_chat',
    'update_look',
    'left_out',
    'wrong_settings',
    'page_focus',
  ];
  const answered = [...read('src/host/app/calls.ts').matchAll(/^ {4,6}\[?\s*'([a-z_]+)',/gm)].map(
    ([, name]) => name ?? '',
  );
  const named = members.map(({ name }) => name).join(' ');
  expect(answered.length).toBeGreaterThan(8);
  expect(answered.filter((name) => !ours.includes(name) && !named.includes(name))).toEqual([]);
});
