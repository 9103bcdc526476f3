import { signal } from '@preact/signals-core';
import { expect, it } from 'vitest';
import type { OutboxItem } from '../../src/domain';
import { createRush } from '../../src/domain/rest/rush';
import { fakeClock } from '../support/fake-clock';

const item = (typedAt: number, state: OutboxItem['state'] = 'queued') => ({ typedAt, state }) as OutboxItem;
const many = (count: number, everyMs: number) => Array.from({ length: count }, (_, at) => item(at * everyMs));

function open() {
  const clock = fakeClock();
  const items = signal<readonly OutboxItem[]>([]);
  const rush = createRush({ items }, clock);
  const isRushed = (now: readonly OutboxItem[]) => {
    items.value = now;
    return rush.isRushed.value;
  };
  return { clock, rush, isRushed };
}

it('row 267: more than five that wait, and were typed within a second, are a rush', () => {
  const { isRushed } = open();
  expect(isRushed(many(5, 0))).toBe(false);
  expect(isRushed(many(40, 300))).toBe(false);
  expect(isRushed([...many(4, 0), item(0, 'refused'), item(0, 'accepted'), item(0, 'unknown')])).toBe(false);
  expect(isRushed([item(0, 'in-flight'), ...many(5, 200)])).toBe(true);
});

it('it is told as long as they wait, and long enough to be read', () => {
  const { clock, isRushed, rush } = open();
  clock.pass(60_000);
  expect(isRushed(many(9, 10))).toBe(true);
  clock.pass(60_000);
  expect(isRushed(many(6, 10))).toBe(true);
  expect(isRushed(many(5, 10))).toBe(true);
  expect(isRushed([])).toBe(true);
  clock.pass(3_999);
  expect(rush.isRushed.value).toBe(true);
  clock.pass(1);
  expect(rush.isRushed.value).toBe(false);
  expect(isRushed(many(6, 10))).toBe(true);
  rush.stop();
});
