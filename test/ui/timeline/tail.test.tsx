// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Preview } from '../../../src/domain';
import { contentItem, custom, customId, properties } from '../../support/ui-content';
import { active, mara, messageItem, theo } from '../../support/ui-session';
import { hear, openWhole, set, settle } from '../../support/ui-window';

const log = () => within(screen.getByRole('log', { name: 'Conversation' }));
const chatting = () =>
  openWhole(({ session }) => {
    session.chat.value = active;
    session.timeline.items.value = [messageItem({ text: 'Hello' })];
  });
const preview = (text: string, given: Partial<Preview> = {}): Preview => ({
  key: 'answer-1',
  authorId: mara.id,
  text,
  ...given,
});

describe('an answer that is being written', () => {
  it('grows in a bubble of its own, which the answer takes over without a jump', async () => {
    const { session, root } = await chatting();
    const heard = hear(root);
    await set(session.fakeRest.previews, [preview('I think')]);
    const row = () => root.querySelector('[data-key="answer-1"]');
    const before = row();
    expect(before?.querySelector('.bubble')?.textContent).toBe('I think');
    await set(session.fakeRest.previews, [preview('I think that it is bent')]);
    await act(() => {
      session.fakeRest.previews.value = [];
      const answer = messageItem({ text: 'I think that it is bent.', customId: customId('answer-1') });
      session.timeline.items.value = [...session.timeline.items.value, answer];
    });
    expect(row()).toBe(before);
    expect(row()?.querySelector('.bubble')?.textContent).toBe('I think that it is bent.');
    expect(root.querySelectorAll('.rows > li')).toHaveLength(2);
    expect(heard).toEqual([]);
  });

  it('is shown once while event and preview overlap, and goes when it is given up', async () => {
    const { session, root } = await chatting();
    await set(session.fakeRest.previews, [preview('One'), preview('Two', { key: 'answer-2' })]);
    expect(root.querySelectorAll('.rows > li')).toHaveLength(3);
    const answer = messageItem({ text: 'One!', customId: customId('answer-1') });
    await set(session.timeline.items, [...session.timeline.items.value, answer]);
    expect(root.querySelectorAll('.rows > li')).toHaveLength(3);
    await set(session.fakeRest.previews, []);
    expect(root.querySelectorAll('.rows > li')).toHaveLength(2);
  });

  it('is formatted as it will be', async () => {
    const window = await chatting();
    await set(window.session.fakeRest.previews, [
      preview('**Bold**', { properties: properties({ chats: { formatting: 'commonmark' } }) }),
    ]);
    await settle(window);
    expect(window.root.querySelector('[data-key="answer-1"] strong')?.textContent).toBe('Bold');
  });
});

describe('somebody who works on an answer', () => {
  it('says what on, and it is read out once', async () => {
    const { session, root } = await chatting();
    const heard = hear(root);
    const thought = { key: 'a', authorId: mara.id, title: 'Reading the manual', description: 'Page 4' };
    await set(session.fakeRest.thinking, [thought]);
    expect(log().getByText('Reading the manual')).toBeTruthy();
    expect(log().getByText('Page 4')).toBeTruthy();
    await set(session.fakeRest.thinking, [{ ...thought, description: 'Page 5' }]);
    expect(log().getByText('Page 5')).toBeTruthy();
    expect(heard).toEqual(['Mara Okafor is working on an answer: Reading the manual. Page 4']);
    await set(session.fakeRest.thinking, []);
    expect(log().queryByText('Page 5')).toBeNull();
  });

  it('is named when there are no words for it, and does not type at the same time', async () => {
    const { session } = await chatting();
    await set(session.typing.userIds, [mara.id, theo.id]);
    await set(session.fakeRest.thinking, [{ key: 'a', authorId: mara.id }]);
    expect(log().getByText('Mara Okafor is working on an answer')).toBeTruthy();
    expect(log().getByText(/is typing/).textContent).toBe('Theo Lindqvist is typing');
  });
});

it('leaves out what only an integration understands', async () => {
  const { root } = await openWhole(({ session }) => {
    session.timeline.items.value = [
      messageItem({ text: 'One', isLastOfGroup: false }),
      contentItem(custom({ html: '<img src=x onerror=alert(1)>' }), { isFirstOfGroup: false, isLastOfGroup: false }),
      contentItem(custom(null), { isFirstOfGroup: false }),
    ];
  });
  expect(root.querySelectorAll('.rows > li')).toHaveLength(1);
  expect(root.querySelector('.row-message .avatar')).toBeTruthy();
});
