// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ChatId, ContentItem, RichElement, RichMessage, ThreadId } from '../../../src/domain';
import { button, contentItem, element, rich } from '../../support/ui-content';
import { active, ended, me, messageItem } from '../../support/ui-session';
import { hear, openWhole, set, settle } from '../../support/ui-window';

const log = () => within(screen.getByRole('log'));
const image = { url: 'https://files.example/hat.png', alternativeText: 'A hat' };

function showing(content: RichMessage, given: Partial<ContentItem> = {}) {
  return openWhole(({ session }) => {
    session.chat.value = active;
    session.timeline.items.value = [messageItem({ text: 'Before' }), contentItem(content, given)];
  });
}
const cards = (...elements: RichElement[]) => showing(rich('cards', elements));

describe('a card', () => {
  it('shows what is there of picture, title, text and buttons', async () => {
    const { root } = await cards(element({ title: 'Wool hat' }));
    expect(log().getByText('Wool hat')).toBeTruthy();
    expect(root.querySelectorAll('.rich-card img, .rich-card button, .choices, .card-subtitle')).toHaveLength(0);
  });

  it('has its picture in a box, with words for it', async () => {
    await cards(element({ title: 'Wool hat', image }));
    const shown = log().getByRole('img', { name: 'A hat' });
    expect(shown.getAttribute('referrerpolicy')).toBe('no-referrer');
    expect(shown.getAttribute('loading')).toBe('lazy');
  });

  it('tells what was pressed, once at a time, and what did not work', async () => {
    const { session, root } = await cards(element({ title: 'Hat', buttons: [button('Yes'), button('No')] }));
    const heard = hear(root);
    const user = userEvent.setup();
    session.fakeRest.outcome.value = 'failed';
    await user.click(log().getByRole('button', { name: 'Yes' }));
    expect(session.wishes[0]).toMatch(/^press content-\d+ Yes \(toggle\)$/);
    expect(heard).toEqual(['!That did not work. Try again.']);
    expect(log().getByText('That did not work. Try again.')).toBeTruthy();
    session.fakeRest.outcome.value = 'refused';
    await user.click(log().getByRole('button', { name: 'No' }));
    expect(log().getByText('These options are no longer available.')).toBeTruthy();
    session.fakeRest.outcome.value = 'done';
    await user.click(log().getByRole('button', { name: 'No' }));
    expect(session.wishes).toHaveLength(2);
    expect(log().getByRole('button', { name: 'No' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('asks nothing while an answer is on its way', async () => {
    const { session } = await cards(element({ buttons: [button('Yes'), button('No')] }));
    session.fakeRest.press = (_, { text }) => {
      session.wishes.push(text);
      return new Promise(() => {});
    };
    const user = userEvent.setup();
    await user.click(log().getByRole('button', { name: 'Yes' }));
    await user.click(log().getByRole('button', { name: 'Yes' }));
    await user.click(log().getByRole('button', { name: 'No' }));
    expect(session.wishes).toEqual(['Yes']);
    expect(log().getByRole('button', { name: 'No' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('says that nobody would hear what is pressed in a closed thread, except for what begins the chat again', async () => {
    const { session, root } = await cards(
      element({ buttons: [button('Remind me'), button('Book it', { type: 'message', value: 'book' })] }),
    );
    const heard = hear(root);
    await set(session.chat, ended);
    const plain = log().getByRole('button', { name: 'Remind me' });
    expect(plain.getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(plain);
    expect(session.wishes).toEqual([]);
    expect(heard).toEqual(['!These options are no longer available.']);
    expect(log().getByText('These options are no longer available.')).toBeTruthy();
    await userEvent.click(log().getByRole('button', { name: 'Book it' }));
    expect(session.wishes[0]).toContain('Book it');
    await set(session.chat, { state: 'active', id: 'Q1' as ChatId, threadId: 'another' as ThreadId });
    expect(plain.getAttribute('aria-disabled')).toBe('true');
  });

  it('shows plain buttons as toggles, by whose they are', async () => {
    const { session } = await cards(
      element({ buttons: [button('Mine', { userIds: [me.id] }), button('Theirs', { userIds: ['other' as never] })] }),
    );
    const pressed = (name: string) => log().getByRole('button', { name }).getAttribute('aria-pressed');
    expect([pressed('Mine'), pressed('Theirs')]).toEqual(['true', 'false']);
    const [before, item] = session.timeline.items.value;
    const content = { ...(item as ContentItem).content } as RichMessage;
    const [first] = content.elements as [RichElement];
    const withdrawn = {
      ...content,
      elements: [{ ...first, buttons: first.buttons.map((b) => ({ ...b, userIds: [] })) }],
    };
    await set(session.timeline.items, [before!, { ...(item as ContentItem), content: withdrawn }]);
    expect([pressed('Mine'), pressed('Theirs')]).toEqual(['false', 'false']);
  });

  it('goes on where one writes after a button that says something', async () => {
    const { session } = await cards(element({ buttons: [button('A refund', { type: 'message', userIds: [me.id] })] }));
    const said = log().getByRole('button', { name: 'A refund (Selected)' });
    expect(said.getAttribute('aria-pressed')).toBeNull();
    await userEvent.click(said);
    expect(session.wishes[0]).toContain('A refund (message)');
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  it('leads away by links, and tells that too', async () => {
    const { session } = await cards(
      element({
        buttons: [
          button('Track it', { type: 'url', value: 'https://shop.example/track', target: 'current' }),
          button('Pick a slot', { type: 'webview', value: 'https://slots.example/' }),
          button('Call us', { type: 'phone', value: '+48 123 456' }),
          button('bank.example', { type: 'url', value: 'https://evil.test/' }),
        ],
      }),
    );
    const hrefs = log()
      .getAllByRole('link')
      .map((link) => [link.textContent, link.getAttribute('href'), link.getAttribute('target')]);
    expect(hrefs).toEqual([
      ['Track it (opens in a new tab)', 'https://shop.example/track', '_blank'],
      ['Call us', 'tel:+48123456', null],
      ['bank.example (evil.test) (opens in a new tab)', 'https://evil.test/', '_blank'],
    ]);
    await userEvent.click(log().getByRole('link', { name: /^Track it/ }));
    expect(session.wishes[0]).toContain('Track it (url)');
  });

  it('opens a page of somebody else in the window, and asks before one is closed that was used', async () => {
    const window = await openWhole(({ session }) => {
      session.timeline.items.value = [
        contentItem(
          rich('cards', [
            element({
              buttons: [
                button('Pick a slot', {
                  type: 'webview',
                  value: 'https://slots.example/day?moment-title=Slots',
                  webviewHeight: 'tall',
                }),
              ],
            }),
          ]),
        ),
      ];
    });
    const opener = screen.getByRole('button', { name: 'Pick a slot' });
    await userEvent.click(opener);
    await settle(window);
    expect(window.session.wishes[0]).toContain('Pick a slot (webview)');
    const panel = within(
      await screen.findByRole('dialog', { name: /^Slots\s*–\s*slots\.example$/ }, { timeout: 5_000 }),
    );
    const frame = panel.getByTitle('Slots – slots.example');
    expect(frame.getAttribute('src')).toBe('https://slots.example/day?moment-title=Slots');
    expect(frame.getAttribute('sandbox')).toBe(
      'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-same-origin',
    );
    expect(frame.getAttribute('allow')).toBe('');
    expect(frame.getAttribute('referrerpolicy')).toBe('no-referrer');
    expect(frame.parentElement?.className).toBe('moment is-tall');
    expect(panel.getByRole('button', { name: 'Close Slots' })).toBe(document.activeElement);

    await act(() => {
      frame.focus();
      globalThis.window.dispatchEvent(new Event('blur'));
    });
    await userEvent.click(panel.getByRole('button', { name: 'Close Slots' }));
    const question = within(panel.getByRole('alertdialog', { name: 'Close this page?' }));
    await userEvent.click(question.getByRole('button', { name: 'Stay' }));
    expect(screen.getByTitle('Slots – slots.example')).toBe(frame);
    await userEvent.keyboard('{Escape}');
    await userEvent.click(panel.getByRole('button', { name: 'Close the page' }));
    expect(screen.queryByTitle('Slots – slots.example')).toBeNull();
    expect(document.activeElement).toBe(opener);
    expect(window.host.minimized).toEqual([]);
  });

  it('takes "no, thank you" for the whole row', async () => {
    const { session } = await cards(
      element({ buttons: [button('Yes'), button('No', { type: 'cancel', userIds: [me.id] })] }),
    );
    await userEvent.click(log().getByRole('button', { name: 'Yes' }));
    expect(session.wishes).toEqual([]);
  });

  it.each([
    ['url', 'vbscript:alert(1)'],
    ['url', '\tvbscript:alert(1)'],
    ['url', 'data:text/html,x'],
    ['url', '/checkout'],
    ['webview', 'http://shop.test/moment'],
    ['webview', 'mailto:a@b.example'],
    ['webview', ''],
    ['phone', 'tel:*%2306%23'],
    ['phone', '790034890,,1234#'],
    ['phone', '+1 555;phone-context=evil.test'],
    ['phone', '*#06#'],
    ['phone', 'vbscript:alert(1)'],
  ] as const)('does not lead by %s to %j', async (type, value) => {
    await cards(element({ buttons: [button('Go', { type, value })] }));
    expect(log().queryByRole('link')).toBeNull();
    expect(log().queryByRole('button', { name: /Go/ })).toBeNull();
    expect(log().getByText('Go')).toBeTruthy();
  });

  it('has no more buttons than fit', async () => {
    await cards(element({ buttons: Array.from({ length: 500 }, (_, n) => button(`B${n}`)) }));
    expect(log().getAllByRole('button', { name: /^B\d/ })).toHaveLength(13);
  });
});

describe('a carousel', () => {
  const five = Array.from({ length: 5 }, (_, n) =>
    element({ title: `Hat ${n + 1}`, buttons: [button(`Take ${n + 1}`)] }),
  );

  it('is a list whose cards say where they stand', async () => {
    await cards(...five);
    const list = within(log().getByRole('list', { name: 'Cards' }));
    expect(list.getAllByRole('listitem').map((item) => item.getAttribute('aria-label'))).toEqual(
      [1, 2, 3, 4, 5].map((n) => `${n} of 5`),
    );
  });

  it('is walked through by buttons and by arrows', async () => {
    await cards(...five);
    const user = userEvent.setup();
    expect(log().getByRole('button', { name: 'Previous card' }).getAttribute('aria-disabled')).toBe('true');
    await user.click(log().getByRole('button', { name: 'Next card' }));
    expect(log().getByText('2 of 5')).toBeTruthy();
    log().getByRole('button', { name: 'Take 2' }).focus();
    const focused = () => document.activeElement?.textContent;
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe('Take 3');
    await user.keyboard('{End}');
    expect(focused()).toBe('Take 5');
    await user.keyboard('{ArrowRight}{ArrowLeft}{Home}');
    expect(focused()).toBe('Take 1');
  });

  it('is mirrored where one reads from the right', async () => {
    await openWhole(({ session }) => {
      session.timeline.items.value = [contentItem(rich('cards', five))];
    }, 'ar');
    log().getByRole('button', { name: 'Take 2' }).focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(document.activeElement?.textContent).toBe('Take 3');
  });

  it('has no more cards than one can look at', async () => {
    await cards(...Array.from({ length: 1_000 }, () => element({ title: 'Hat' })));
    expect(within(log().getByRole('list', { name: 'Cards' })).getAllByRole('listitem')).toHaveLength(10);
  });
});

describe('quick replies', () => {
  const ask = rich('quick_replies', [
    element({
      title: 'Which one?',
      buttons: [button('Blue', { type: 'message' }), button('Red', { type: 'message' })],
    }),
  ]);
  const group = () => log().queryByRole('group', { name: 'Suggested answers' });

  it('stand under the newest event only', async () => {
    const { session } = await showing(ask);
    expect(within(group()!).getAllByRole('button')).toHaveLength(2);
    const [before, item] = session.timeline.items.value;
    await set(session.timeline.items, [
      before!,
      { ...(item as ContentItem), isNewest: false },
      messageItem({ text: 'So?' }),
    ]);
    expect(group()).toBeNull();
    expect(log().getByText('Which one?')).toBeTruthy();
  });

  it('go when one was given, and never with the focus', async () => {
    const { session } = await showing(ask);
    log().getByRole('button', { name: 'Blue' }).focus();
    const [before, item] = session.timeline.items.value;
    const [first] = ask.elements as [RichElement];
    const answered = {
      ...ask,
      elements: [{ ...first, buttons: first.buttons.map((reply) => ({ ...reply, userIds: [me.id] })) }],
    };
    await set(session.timeline.items, [before!, { ...(item as ContentItem), content: answered }]);
    expect(group()).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  it('without a question leave no empty bubble', async () => {
    const bare = rich('quick_replies', [element({ buttons: [button('Blue', { type: 'message' })] })]);
    const { session, root } = await showing(bare, { isFirstOfGroup: false });
    expect(group()).toBeTruthy();
    const [before, item] = session.timeline.items.value;
    await set(session.timeline.items, [
      { ...before!, isLastOfGroup: false } as never,
      { ...(item as ContentItem), isNewest: false },
      messageItem({ text: 'So?', isFirstOfGroup: false }),
    ]);
    expect(root.querySelectorAll('.rows > li')).toHaveLength(2);
  });
});

describe('other rich messages', () => {
  it('are a sticker: a picture without a bubble', async () => {
    await showing(rich('sticker', [element({ image: { ...image, width: 120, height: 90 } })]));
    expect(log().getByRole('img', { name: 'A hat' }).getAttribute('width')).toBe('120');
  });

  it('are a product, whose price and picture follow what is chosen', async () => {
    const options = [
      { id: '1', label: 'Blue', price: 89.9, regularPrice: 119.9, currency: 'EUR', color: '#2244aa', isSelected: true },
      { id: '2', label: 'Moss', price: 94.5, currency: 'EUR', imageUrl: 'https://files.example/moss.png' },
      { id: '3', label: 'Red', price: 1, currency: 'EUR', color: 'red;position:fixed', isAvailable: false },
      { id: '4', label: 'Odd', price: Number.NaN, currency: '<b>' },
    ];
    const { root } = await showing(
      rich('ecommerce', [element({ title: 'Wool hat', product: { label: 'Colour', options } })]),
    );
    const group = within(log().getByRole('group', { name: 'Colour' }));
    expect(log().getByText('€89.90')).toBeTruthy();
    expect(log().getByText('Regular price €119.90')).toBeTruthy();
    expect(root.querySelectorAll('.swatch')).toHaveLength(1);
    expect((group.getByRole('radio', { name: 'Red Not available' }) as HTMLInputElement).disabled).toBe(true);
    await userEvent.click(group.getByRole('radio', { name: 'Moss' }));
    expect(log().getByText('€94.50')).toBeTruthy();
    expect(log().getByRole('img', { name: 'Moss' }).getAttribute('src')).toBe('https://files.example/moss.png');
    await userEvent.click(group.getByRole('radio', { name: 'Odd' }));
    expect(root.textContent).not.toMatch(/NaN|undefined/);
  });

  it.each(['hologram', '__proto__', 'constructor', ''])(
    'of the unknown kind %j show what can be read',
    async (template) => {
      await showing(rich(template, [element({ title: 'Can you see this?', image, buttons: [button('Yes')] })]));
      expect(log().getByText('Can you see this?')).toBeTruthy();
      expect(log().queryByRole('button', { name: 'Yes' })).toBeNull();
    },
  );

  it('of which nothing can be shown take no place', async () => {
    const { root } = await showing(rich('hologram', [element({ buttons: [button('Yes')] })]));
    expect(root.querySelectorAll('.rows > li')).toHaveLength(1);
  });
});
