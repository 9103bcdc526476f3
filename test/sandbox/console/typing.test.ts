import { expect, it } from 'vitest';
import { createTypingIn, createTypingOut } from '../../../src/sandbox/console/typing';
import { fakeClock } from '../../support/fake-clock';

function setUp() {
  const clock = fakeClock();
  const told: [string, boolean][] = [];
  return { clock, told, out: createTypingOut((chatId, isTyping) => told.push([chatId, isTyping]), clock) };
}

it('says it once at the first key, and again every five seconds while keys come', () => {
  const { clock, told, out } = setUp();
  out.typed('A');
  out.typed('A');
  expect(told).toEqual([['A', true]]);
  clock.pass(4_000);
  out.typed('A');
  clock.pass(1_000);
  expect(told).toEqual([
    ['A', true],
    ['A', true],
  ]);
});

it('says when it ends: after five quiet seconds, or at once', () => {
  const { clock, told, out } = setUp();
  out.typed('A');
  clock.pass(5_000);
  expect(told.at(-1)).toEqual(['A', false]);
  out.typed('A');
  out.stop();
  out.stop();
  expect(told.slice(2)).toEqual([
    ['A', true],
    ['A', false],
  ]);
  expect(clock.pending).toBe(0);
});

it('ends in one chat before it begins in another', () => {
  const { told, out } = setUp();
  out.typed('A');
  out.typed('B');
  expect(told).toEqual([
    ['A', true],
    ['A', false],
    ['B', true],
  ]);
});

it('forgets an agent who never says that they stopped', () => {
  const clock = fakeClock();
  const typing = createTypingIn(clock);
  typing.hear('incoming_typing_indicator', { chat_id: 'A', typing_indicator: { author_id: 'theo', is_typing: true } });
  expect([...(typing.agents.value.get('A')?.keys() ?? [])]).toEqual(['theo']);
  clock.pass(8_000);
  expect([...(typing.agents.value.get('A')?.keys() ?? [])]).toEqual([]);
});

it('drops what the customer is typing when it is cleared, sent, or the chat ends', () => {
  const typing = createTypingIn(fakeClock());
  const peek = (text: string) =>
    typing.hear('incoming_sneak_peek', { chat_id: 'A', sneak_peek: { author_id: 'ines', text } });
  const ends: [string, object][] = [
    ['incoming_sneak_peek', { chat_id: 'A', sneak_peek: { author_id: 'ines', text: ' ' } }],
    ['incoming_event', { chat_id: 'A', event: { author_id: 'ines' } }],
    ['chat_deactivated', { chat_id: 'A' }],
  ];
  for (const [action, payload] of ends) {
    peek('Hel');
    expect(typing.peeks.value.get('A')).toEqual({ authorId: 'ines', text: 'Hel' });
    typing.hear(action, payload as { [key: string]: unknown });
    expect(typing.peeks.value.has('A')).toBe(false);
  }
});
