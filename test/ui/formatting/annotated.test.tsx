// @vitest-environment jsdom
import { screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { MessageItem, PropertyValue } from '../../../src/domain';
import { annotated, commonmark, properties } from '../../support/ui-content';
import { ownItem } from '../../support/ui-session';
import { openWhole, set } from '../../support/ui-window';

const log = () => within(screen.getByRole('log', { name: 'Conversation' }));
const showing = (...items: MessageItem[]) =>
  openWhole(({ session }) => {
    session.timeline.items.value = items;
  });
const translated = (to: string, from = 'de') =>
  annotated('Wir haben ihn.', {
    properties: properties({
      translation: { target_message: 'We have it.', source_lang_code: from, target_lang_code: to },
    }),
  });
const linked = (details: Record<string, PropertyValue>) =>
  annotated('See there', { properties: properties({ url_details: details }) });

describe('a message', () => {
  it('says that it was edited', async () => {
    await showing(annotated('Five o’clock', { isEdited: true }));
    expect(log().getByRole('article', { description: 'Five o’clock Edited' })).toBeTruthy();
  });

  it('says that it was delivered, until it is seen', async () => {
    const delivered = properties({ status: { delivered: true } });
    const item = annotated('Hi', { properties: delivered }, { ...ownItem('Hi'), delivery: 'sent' });
    const { session } = await showing(item);
    expect(log().getByText(/^Sent/).textContent).toBe('Sent · Delivered');
    await set(session.timeline.items, [{ ...item, delivery: 'seen' }]);
    expect(log().queryByText(/Delivered/)).toBeNull();
    await set(session.timeline.items, [{ ...item, event: { ...item.event!, properties: new Map() } }]);
    expect(log().getByText(/^Sent/).textContent).toBe('Sent');
  });
});

describe('a translation', () => {
  it('into our language is read first, and the original is one press away', async () => {
    await showing(translated('en-GB'));
    expect(log().getByText('We have it.')).toBeTruthy();
    expect(log().getByText(/Translated from German/)).toBeTruthy();
    await userEvent.click(log().getByRole('button', { name: 'Show original' }));
    expect(log().getByText('Wir haben ihn.')).toBeTruthy();
    await userEvent.click(log().getByRole('button', { name: 'Show translation' }));
    expect(log().getByText('We have it.')).toBeTruthy();
  });

  it('into another is only offered, and goes with its property', async () => {
    const item = translated('pl', '<b>');
    const { session } = await showing(item);
    expect(log().getByText('Wir haben ihn.')).toBeTruthy();
    await userEvent.click(log().getByRole('button', { name: 'Show translation' }));
    expect(log().getByText(/^Translated/)).toBeTruthy();
    await set(session.timeline.items, [{ ...item, event: { ...item.event!, properties: new Map() } }]);
    expect(log().queryByRole('button')).toBeNull();
    expect(log().getByText('Wir haben ihn.')).toBeTruthy();
  });
});

describe('a link preview', () => {
  const details = {
    title: 'Tidewater',
    description: 'A frame',
    url: 'https://shop.example/t',
    image_url: '//cdn.example/t.png',
  };

  it('is a card that says where it leads', async () => {
    const { root } = await showing(linked(details));
    const link = log().getByRole('link', { name: /^Tidewater, Preview of shop\.example/ });
    expect(link.getAttribute('href')).toBe('https://shop.example/t');
    const image = root.querySelector('.preview img');
    expect(image?.getAttribute('src')).toBe('https://cdn.example/t.png');
    expect(image?.getAttribute('alt')).toBe('');
    expect(image?.getAttribute('referrerpolicy')).toBe('no-referrer');
  });

  it.each([
    { ...details, url: 'vbscript:alert(1)' },
    { ...details, url: 'mailto:a@b.example' },
    { ...details, title: ' ' },
    { ...details, url: 7 },
  ])('is none for %j', async (wrong) => {
    await showing(linked(wrong));
    expect(log().getByText('See there')).toBeTruthy();
    expect(log().queryByRole('link')).toBeNull();
  });
});

describe('a text that says it is CommonMark', () => {
  it('is drawn as nodes, with its links made safe', async () => {
    const { root } = await showing(
      commonmark(
        '**Bring** [the list](https://shop.example/list) [no](vbscript:alert(1)) <img src=x onerror=alert(1)>\n\n- `one`',
      ),
    );
    const text = root.querySelector('.formatted');
    expect(text?.querySelector('strong')?.textContent).toBe('Bring');
    expect(text?.querySelector('li code')?.textContent).toBe('one');
    expect(text?.querySelector('img')).toBeNull();
    expect(text?.textContent).toContain('<img src=x onerror=alert(1)>');
    const links = log().getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://shop.example/list']);
  });

  it('row 263: shows where a link leads that promises another place', async () => {
    await showing(commonmark('[bank.example](https://evil.test/login)'));
    expect(log().getByRole('link').textContent).toBe('bank.example (evil.test) (opens in a new tab)');
  });

  it('is plain while nothing says so', async () => {
    await showing(annotated('**not** bold', { properties: properties({ chats: { formatting: 'html' } }) }));
    expect(log().getByText('**not** bold')).toBeTruthy();
  });
});
