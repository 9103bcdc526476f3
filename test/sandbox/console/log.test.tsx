// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { at, customerUser, inesId, mara, message, theo } from '../../support/console-chats';
import { hello, http, line, log, logIn, openInes, push, setUpDesk, write } from '../../support/console-desk';

setUpDesk();

const event = (type: string, more: object, authorId: string | undefined = mara.id) => ({
  id: `${type}-1`,
  type,
  author_id: authorId,
  created_at: at(5),
  visibility: 'all',
  ...more,
});

const arrives = (wireEvent: object) => push('incoming_event', { event: wireEvent });
const rowOf = (text: string | RegExp) => within(log().getByText(text).closest('li') as HTMLElement);

beforeEach(async () => {
  await logIn();
  await openInes();
});

describe('the log shows', () => {
  it('an answered form as questions and answers', async () => {
    const fields = [
      { type: 'name', id: '1', label: 'Your name', answer: 'Ines' },
      { type: 'select', id: '2', label: 'Topic', answer: { id: '0', label: 'Repair' } },
      { type: 'checkbox', id: '3', label: 'Days', answers: [{ label: 'Monday' }, { label: 'Friday' }] },
      { type: 'checkbox_for_email', id: '4', label: 'Copy', answer: true },
    ];
    await arrives(event('filled_form', { form_id: 'f', form_type: 'prechat', fields }, inesId));
    const answers = [...log().getByText('Your name').closest('dl')!.querySelectorAll('dt, dd')];
    const texts = answers.map((each) => each.textContent).join(' / ');
    expect(texts).toBe('Your name / Ines / Topic / Repair / Days / Monday, Friday / Copy / Yes');
  });

  it('a form that is to be filled in, with what can be chosen', async () => {
    const fields = [{ type: 'radio', id: '2', label: 'Best time', required: true, options: [{ label: 'Morning' }] }];
    await arrives(event('form', { form_id: 'f', fields }));
    expect(log().getByText(/Best time/).textContent).toBe('Best time (required): Morning');
  });

  it('a card with buttons that cannot be pressed, and who pressed them', async () => {
    const buttons = [
      { type: 'message', text: 'Book it', value: 'Book it', postback_id: 'book', user_ids: [] },
      { type: 'url', text: 'Details', value: 'https://shop.example/', postback_id: 'open', user_ids: [inesId] },
    ];
    await arrives(event('rich_message', { template_id: 'cards', elements: [{ title: 'Tune-up', buttons }] }));
    const card = rowOf('Tune-up');
    expect(card.getAllByRole('button').every((button) => (button as HTMLButtonElement).disabled)).toBe(true);
    expect(card.getByText('Clicked by Ines Duarte')).toBeTruthy();
    await push('incoming_rich_message_postback', {
      user_id: inesId,
      event_id: 'rich_message-1',
      postback: { id: 'book', toggled: true },
    });
    expect(card.getAllByText('Clicked by Ines Duarte')).toHaveLength(2);
    expect(log().getByText('Ines Duarte clicked “Book it”')).toBeTruthy();
  });

  it('a product with what can be chosen', async () => {
    const options = [{ option_id: 'b', label: 'Blue', price: '649.00', currency: 'EUR', available: false }];
    const elements = [{ title: 'Tourer', ecommerce: { product_id: 't', label: 'Colour', options } }];
    await arrives(event('rich_message', { template_id: 'ecommerce', elements }));
    expect(rowOf('Tourer').getByText('Blue, 649.00 EUR, sold out')).toBeTruthy();
  });

  it('what integrations send as it is, behind a disclosure', async () => {
    await arrives(event('custom', { content: { slot: '10:00' } }));
    expect(log().getByText('Custom event').closest('details')?.textContent).toContain('"slot": "10:00"');
    const details = JSON.stringify({ summary: { text: 'Looks for a blue bike' } });
    await arrives(event('system', { source: 'messaging', subtype: 'summary', version: 1, details }, undefined));
    expect(rowOf('Looks for a blue bike').getByText('System event: messaging / summary')).toBeTruthy();
  });

  it('that a message was edited or deleted', async () => {
    await arrives(message('e2', mara.id, 'Yess', 3));
    await push('event_updated', { event: message('e2', mara.id, 'Yes', 3) });
    expect(rowOf('Yes').getByText('Edited')).toBeTruthy();
    await push('event_deleted', { event_id: 'e2' });
    expect(log().queryByText('Yes')).toBeNull();
    expect(log().getByText('This message was deleted.')).toBeTruthy();
  });

  it('a translation, a link preview and the tick of delivery, and takes them away again', async () => {
    const properties = {
      status: { delivered: true },
      translation: { source_lang_code: 'en', target_lang_code: 'pt', target_message: 'Olá' },
      url_details: { title: 'The tourer', url: 'https://shop.example/tourer', description: 'Steel' },
    };
    await push('event_properties_updated', { event_id: 'e1', properties });
    const row = rowOf(/blue one/);
    expect(row.getByText('Olá').textContent).toBe('Translated (en → pt): Olá');
    expect(row.getByRole('link', { name: 'The tourer' }).getAttribute('href')).toBe('https://shop.example/tourer');
    expect(row.getByText('✓ Delivered')).toBeTruthy();
    const names = Object.fromEntries(Object.entries(properties).map(([space, values]) => [space, Object.keys(values)]));
    await push('event_properties_deleted', { event_id: 'e1', properties: names });
    expect([row.queryByText('Olá'), row.queryByRole('link'), row.queryByText('✓ Delivered')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('Markdown as it was typed', async () => {
    await arrives(
      message('e2', mara.id, '**Bold** <b>x</b>', 3, { properties: { chats: { formatting: 'commonmark' } } }),
    );
    expect(log().getByText('**Bold** <b>x</b>')).toBeTruthy();
  });

  it('what a colleague is about to do', async () => {
    const indicator = { author_id: theo.id, visibility: 'all', timestamp: 1, is_typing: true };
    await push('incoming_typing_indicator', { typing_indicator: indicator });
    expect(log().getByText('Theo Lindqvist is typing…')).toBeTruthy();
    await push('incoming_thinking_indicator', { author_id: theo.id, title: 'Looking it up' });
    expect(log().getByText('Theo Lindqvist is thinking: Looking it up')).toBeTruthy();
  });
});

describe('a file', () => {
  const picture = { name: 'frame.png', content_type: 'image/png', size: 218_340 };
  const ours = `${location.origin}/att/frame.png`;

  it('of a visitor is opened after somebody said that it is safe', async () => {
    await arrives(event('file', { ...picture, url: ours }, inesId));
    const row = rowOf('frame.png');
    expect([row.queryByRole('link'), row.queryByRole('presentation')]).toEqual([null, null]);
    fireEvent.click(row.getByRole('button', { name: 'Show the file frame.png' }));
    expect(line.sent('update_event_properties')).toEqual([
      {
        chat_id: 'CHAT1',
        thread_id: 'TH1',
        event_id: 'file-1',
        properties: { lc2: { file_safety_confirmation: true } },
      },
    ]);
    await push('event_properties_updated', {
      event_id: 'file-1',
      properties: { lc2: { file_safety_confirmation: true } },
    });
    expect(row.getByRole('link', { name: 'frame.png' }).getAttribute('href')).toBe(ours);
    expect(row.getByText('image/png, 218 KB')).toBeTruthy();
  });

  it('is asked for as a picture only from the server of the page', async () => {
    await arrives(event('file', { ...picture, url: ours }));
    await arrives({ ...event('file', { ...picture, url: 'https://elsewhere.example/frame.png' }), id: 'file-2' });
    const pictures = [...document.querySelectorAll('img')].map((each) => each.getAttribute('src'));
    expect(pictures).toEqual([ours]);
  });

  it('of an agent is uploaded, and sent by the address that came back', async () => {
    http.answerWith({ url: 'https://files.example/1' });
    const file = new File(['x'], 'prices.txt', { type: 'text/plain' });
    const field = screen.getByLabelText('File to send');
    Object.defineProperty(field, 'files', { value: [file], configurable: true });
    await act(async () => {
      fireEvent.change(field);
      await line.settle();
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(http.posts.at(-1)?.path).toBe('/v3.6/agent/action/upload_file');
    const body = http.posts.at(-1)?.body;
    expect(body instanceof FormData && body.get('file')).toBeInstanceOf(File);
    expect(line.sent('send_event')).toMatchObject([{ event: { type: 'file', url: 'https://files.example/1' } }]);
  });
});

it('sends a note that only agents see', async () => {
  fireEvent.click(screen.getByLabelText('Only for agents'));
  write('She asked before');
  expect(line.sent('send_event')).toMatchObject([{ event: { text: 'She asked before', visibility: 'agents' } }]);
  expect(line.sent('send_typing_indicator')).toEqual([]);
  fireEvent.click(screen.getByLabelText('Only for agents'));
  write('Yes');
  expect(line.sent('send_event')[1]).toMatchObject({ event: { text: 'Yes', visibility: 'all' } });
});

it('lets a supervisor whom the customer does not see write to agents only', async () => {
  await push('user_removed_from_chat', { user_id: mara.id });
  await push('user_added_to_chat', { user: { id: mara.id, type: 'agent', present: true, visibility: 'agents' } });
  expect(log().getByText(/Mara Okafor looks on, hidden/)).toBeTruthy();
  write('Ask for the size');
  expect(line.sent('send_event')).toMatchObject([{ event: { visibility: 'agents' } }]);
  expect(screen.getByLabelText<HTMLInputElement>('Only for agents').disabled).toBe(true);
});

it('sends samples from a menu', async () => {
  fireEvent.click(screen.getByRole('button', { name: 'Send a sample' }));
  await act(() => line.settle());
  const menu = within(screen.getByRole('menu', { name: 'Samples' }));
  fireEvent.click(menu.getByRole('menuitem', { name: 'Quick replies' }));
  await act(() => line.settle());
  expect(line.sent('send_event')).toMatchObject([{ event: { type: 'rich_message', template_id: 'quick_replies' } }]);
});

it('says in the log where a chat went, and in which place of the queue', async () => {
  await push('chat_transferred', {
    requester_id: theo.id,
    reason: 'manual',
    transferred_to: { group_ids: [3] },
    queue: { position: 2, wait_time: 90 },
  });
  expect(log().getByText('Transferred to Group 3, number 2 in the queue (by Theo Lindqvist)')).toBeTruthy();
  await push('chat_transferred', { reason: 'inactive', transferred_to: { agent_ids: [theo.id] } });
  expect(log().getByText('Transferred to Theo Lindqvist (inactive)')).toBeTruthy();
});

it('keeps the order of what was said when a note comes between', async () => {
  await push('customer_left', { id: inesId, left_at: at(9) });
  await arrives(message('e9', inesId, 'I am back', 59, { created_at: '2099-01-01T00:00:00Z' }));
  const texts = log()
    .getAllByText(/left the site|blue one|I am back/)
    .map((each) => each.textContent);
  expect(texts).toHaveLength(3);
  expect(texts.indexOf(hello.text)).toBeLessThan(texts.indexOf('I am back'));
  expect(customerUser().name).toBe('Ines Duarte');
});
