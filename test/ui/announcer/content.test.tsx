// @vitest-environment jsdom
import { act } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Content } from '../../../src/domain';
import { button, custom, element, field, file, filledForm, form, picture, rich } from '../../support/ui-content';
import { hear, openWindow } from '../../support/ui-window';

async function say(...contents: Content[]) {
  const window = await openWindow();
  const heard = hear(window.root);
  await act(() => {
    for (const content of contents) window.session.moments.emit('new-content', { content, isOwn: false });
  });
  await act(() => window.clock.pass(500));
  return heard;
}

describe('what is read out of content', () => {
  it.each<[string, Content, string]>([
    ['a file', file({ name: 'invoice.pdf' }), 'Mara Okafor sent a file: invoice.pdf'],
    ['a file without a name', file({ name: '' }), 'Mara Okafor sent a file: File'],
    ['a picture', picture({ alternativeText: 'A bent fork' }), 'Mara Okafor sent an image: A bent fork'],
    [
      'a card',
      rich('cards', [element({ title: 'Hat', subtitle: 'Warm', buttons: [button('A'), button('B')] })]),
      'Mara Okafor sent: Hat. Warm, 2 options',
    ],
    ['a sentence', rich('quick_replies', [element({ title: 'Well?' })]), 'Mara Okafor says: Well?'],
    [
      'a form',
      form([field('name', 'Name'), field('email', 'E-mail')]),
      'Mara Okafor asks you to fill in a form: Name, 2 fields',
    ],
    ['answers', filledForm([], { authorId: 'mara@harbour.example' as never }), 'Mara Okafor filled in a form'],
  ])('%s', async (_, content, words) => {
    expect(await say(content)).toEqual([words]);
  });

  it('comes in order with messages, and sums up a burst', async () => {
    const many = Array.from({ length: 5 }, (_, n) => file({ name: `${n}.pdf` }));
    expect(await say(...many)).toEqual(['Mara Okafor sent 5 messages. Last: Mara Okafor sent a file: 4.pdf']);
  });

  it('is nothing for what is ours', async () => {
    const { root, session, clock } = await openWindow();
    const heard = hear(root);
    await act(() => session.moments.emit('new-content', { content: file({ name: 'a.pdf' }), isOwn: true }));
    await act(() => clock.pass(500));
    expect(heard).toEqual([]);
  });

  it('is nothing for what only an integration understands', async () => {
    expect((await say(custom({ a: 1 }))).join('')).toBe('');
  });
});
