// @vitest-environment jsdom
import { screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Agent, PredictedAgent, UserId } from '../../../src/domain';
import { active, mara, ownItem } from '../../support/ui-session';
import { openWhole, set, settle } from '../../support/ui-window';

const pip: Agent = { kind: 'agent', id: 'bot-1' as UserId, name: 'Pip', isPresent: true };
const predicted: PredictedAgent = { id: pip.id, isBot: true, isQueue: false };
const field = () => screen.getByRole('textbox', { name: 'Message' });
const way = () => screen.queryByRole('button', { name: 'Talk to a person' });

it('leads from a bot to somebody, whatever stands in the field, and is gone when they are there', async () => {
  const window = await openWhole(({ session }) => {
    session.chat.value = active;
    session.users.agents.value = [{ ...pip, isBot: true }];
  });
  const { session } = window;
  const { rules } = session.fakeRest;
  await settle(window);
  expect(way()).toBeNull();
  await set(rules, { ...rules.peek(), person: true });
  await settle(window);
  await set(session.draft.text, 'Half a sent');
  const user = userEvent.setup();
  await user.click(way() as HTMLElement);
  expect(session.wishes).toContain('send Talk to a person');
  expect(session.draft.text.peek()).toBe('Half a sent');

  await set(session.timeline.items, [ownItem('Talk to a person')]);
  expect(way()?.getAttribute('aria-disabled')).toBe('true');
  const wishes = session.wishes.length;
  await user.click(way() as HTMLElement);
  expect(session.wishes).toHaveLength(wishes);

  way()?.focus();
  await set(session.users.agents, [{ ...pip, isBot: true }, mara]);
  expect(way()).toBeNull();
  expect(document.activeElement).toBe(field());
});

it('knows a bot by who would answer, and for good; says what the page wants said', async () => {
  const window = await openWhole(({ session }) => {
    session.fakeRest.predicted.value = predicted;
    session.fakeRest.rules.value = { ...session.fakeRest.rules.peek(), person: 'Speak to us' };
  });
  const { session } = window;
  const named = () => screen.queryByRole('button', { name: 'Speak to us' });
  await settle(window);
  expect(named()).toBeNull();
  await set(session.fakeRest.predicted, undefined);
  await set(session.chat, active);
  await set(session.users.agents, [pip]);
  await settle(window);
  expect(named()).toBeTruthy();
  expect(session.fakeRest.memory.read('bots')).toEqual([pip.id]);
  await set(session.users.agents, [mara]);
  await settle(window);
  expect(named()).toBeNull();
});
