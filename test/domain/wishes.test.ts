import { signal } from '@preact/signals-core';
import { describe, expect, it } from 'vitest';
import type { Customer, Outcome } from '../../src/domain';
import { createWishes } from '../../src/domain/rest/wishes';
import { me, meId } from '../support/chats';
import { fakeClock, settle } from '../support/fake-clock';

function world() {
  const clock = fakeClock();
  const isOnline = signal(true);
  const customer = signal<Customer | undefined>(me);
  const wishes = createWishes({ users: { me: customer } as never, isOnline }, clock);
  const asked: string[] = [];
  let outcome: Outcome = 'failed';
  const wish = (key: string, value: string) =>
    wishes.wish(key, async () => {
      asked.push(value);
      return outcome;
    });
  return {
    clock,
    isOnline,
    customer,
    wishes,
    asked,
    wish,
    answer: (next: Outcome) => {
      outcome = next;
    },
  };
}

describe('a wish that failed', () => {
  it('is asked again ever more rarely while there is a line, until somebody answers', async () => {
    const { clock, asked, wish, answer } = world();
    const ended = wish('rating', 'good');
    await clock.passAsync(3_000);
    expect(asked).toHaveLength(2);
    await clock.passAsync(6_000);
    expect(asked).toHaveLength(3);
    answer('done');
    await clock.passAsync(12_000);
    expect(await ended).toBe('done');
    await clock.passAsync(600_000);
    expect(asked).toHaveLength(4);
    expect(clock.pending).toBe(0);
  });

  it('waits for a line, and is asked as soon as there is one', async () => {
    const { clock, isOnline, asked, wish, answer } = world();
    isOnline.value = false;
    const ended = wish('rating', 'good');
    await clock.passAsync(600_000);
    expect(asked).toHaveLength(1);
    answer('done');
    isOnline.value = true;
    await settle();
    expect(await ended).toBe('done');
  });

  it('gives way to the next of its key: the last value wins', async () => {
    const { clock, isOnline, asked, wish, answer } = world();
    isOnline.value = false;
    const first = wish('rating', 'good');
    const other = wish('transcript', 'yes');
    await settle();
    const second = wish('rating', 'bad');
    expect(await first).toBe('failed');
    await settle();
    asked.length = 0;
    answer('done');
    isOnline.value = true;
    await clock.passAsync(1);
    expect(asked.sort()).toEqual(['bad', 'yes']);
    expect([await second, await other]).toEqual(['done', 'done']);
  });

  it('is nobody else’s', async () => {
    const { clock, isOnline, customer, asked, wish } = world();
    isOnline.value = false;
    const ended = wish('rating', 'good');
    await settle();
    customer.value = { ...me, id: `${meId}-other` as typeof meId };
    isOnline.value = true;
    await clock.passAsync(60_000);
    expect(await ended).toBe('refused');
    expect(asked).toHaveLength(1);
  });

  it('ends with its page, and leaves nothing behind', async () => {
    const { clock, wishes, wish } = world();
    const ended = wish('rating', 'good');
    await settle();
    wishes.dispose();
    expect(await ended).toBe('failed');
    expect(clock.pending).toBe(0);
  });
});
