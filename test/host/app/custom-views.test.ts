// @vitest-environment jsdom
import { type Signal, signal } from '@preact/signals-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCustomViews } from '../../../src/host/app/custom-views';
import type { AppCall, ToShell } from '../../../src/host/shell/contract';
import type { CustomViews } from '../../../src/ui';

let sent: ToShell[];
let views: CustomViews;
let calls: Signal<readonly AppCall[]>;

beforeEach(() => {
  sent = [];
  calls = signal<readonly AppCall[]>([]);
  views = createCustomViews({ send: (message) => sent.push(message) }, calls);
});

const answer = (id: number, view: unknown) => {
  calls.value = [...calls.value, { type: 'call', name: 'custom', payload: { id, view } }];
};
const ask = async (content: unknown, view: unknown) => {
  views(content);
  await Promise.resolve();
  answer(sent.length, view);
  return views(content);
};

describe('the page’s renderer', () => {
  it('is asked once for each content, and not while something is being drawn', async () => {
    expect(views({ slot: 1 })).toBeUndefined();
    expect(views({ slot: 1 })).toBeUndefined();
    expect(sent).toEqual([]);
    await Promise.resolve();
    expect(sent).toEqual([{ type: 'custom', id: 1, content: { slot: 1 } }]);
    answer(1, { title: 'Workshop' });
    expect(views({ slot: 1 })).toEqual({ title: 'Workshop' });
    expect(calls.value).toEqual([]);
    await Promise.resolve();
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['nothing', null, undefined],
    ['a text', 'Workshop', undefined],
    ['no text', { title: 7, text: ' ', links: 'none' }, undefined],
    ['what is more', { title: 'A', html: '<b>', __proto__: { text: 'B' } }, { title: 'A', text: 'B' }],
    [
      'links that are none',
      { links: [null, { text: 'A' }, { url: 'https://a.example' }, { text: 'A', url: 'https://a.example' }] },
      { links: [{ text: 'A', url: 'https://a.example' }] },
    ],
  ])('may answer with %s', async (_name, given, shown) => {
    expect(await ask({ given: _name }, given)).toEqual(shown);
  });

  it('says as much as one can read', async () => {
    const links = Array.from({ length: 99 }, (_, n) => ({ text: `${n}`, url: 'https://a.example' }));
    const view = await ask({}, { text: 'a'.repeat(10_000), links });
    expect(view).toMatchObject({ text: 'a'.repeat(2_000) });
    expect((view as { links: unknown[] }).links).toHaveLength(10);
  });

  it('hands in an element where both are in one document', async () => {
    const element = document.createElement('section');
    expect(await ask('slot', { element })).toEqual({ element });
  });

  it('cannot answer what nobody has asked, and leaves other calls alone', () => {
    const other: AppCall = { type: 'call', name: 'logout', payload: null };
    calls.value = [other];
    answer(12, { title: 'Workshop' });
    expect(calls.value).toEqual([other]);
  });
});
