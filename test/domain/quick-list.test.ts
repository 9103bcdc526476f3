import { describe, expect, it } from 'vitest';
import type { ChatEvent, CustomId, EventId, OutboxItem, Place, ThreadId, TimelineItem, UserId } from '../../src/domain';
import { listItems } from '../../src/domain/list-items';
import { createQuickList } from '../../src/domain/rest/quick-list';
import { fc } from '../support/cases';

const me = 'me' as UserId;
const mara = 'mara@harbour.example' as UserId;
const MINUTE = 60_000;
const placeOf = (n: number): Place => ({ rank: n as Place['rank'], at: Date.UTC(2026, 1, 11) + n * 7 * MINUTE });

function eventOf(n: number, kind: number, customId?: string): ChatEvent {
  const base = { id: `T_${n}` as EventId, threadId: 'T' as ThreadId, place: placeOf(n) };
  if (kind === 0) return { ...base, kind: 'system', code: 'agent_joined', text: '', vars: new Map() };
  if (kind === 1) return { ...base, kind: 'unknown', wireType: 'hologram' };
  if (kind === 2) return { ...base, kind: 'rich-message', authorId: mara, templateId: 'quick_replies', elements: [] };
  const authorId = kind < 5 ? me : mara;
  const own = kind < 5 && { customId: (customId ?? `c${n}`) as CustomId };
  return { ...base, kind: 'message', authorId, text: `Line ${n}`, ...own };
}

interface World {
  readonly events: readonly ChatEvent[];
  readonly outbox: readonly OutboxItem[];
  readonly seen: number;
  readonly isOnline: boolean;
}
type Step = (world: World, n: number) => World;

const append = fc.integer({ min: 0, max: 8 }).map(
  (kind): Step =>
    (world, n) => ({ ...world, events: [...world.events, eventOf(n, kind)] }),
);
const steps = fc.oneof(
  { weight: 8, arbitrary: append },
  fc.constant<Step>((world, n) => {
    const first = world.outbox[0]?.customId ?? 'c3';
    return { ...world, events: [...world.events, eventOf(n, 3, first)] };
  }),
  fc.nat(30).map(
    (at): Step =>
      (world, n) => ({
        ...world,
        events: world.events.map((event, index) => (index === at ? eventOf(Number(event.place.rank), n % 9) : event)),
      }),
  ),
  fc.nat(30).map(
    (at): Step =>
      (world) => ({ ...world, events: world.events.filter((_, index) => index !== at) }),
  ),
  fc.constant<Step>((world, n) => ({ ...world, events: [eventOf(-n, 6), ...world.events] })),
  fc.nat(40).map(
    (seen): Step =>
      (world) => ({ ...world, seen }),
  ),
  fc.constant<Step>((world, n) => ({
    ...world,
    outbox: [
      ...world.outbox,
      { customId: `o${n}` as CustomId, text: 'On its way', typedAt: placeOf(n).at, state: 'queued' },
    ],
  })),
  fc.constant<Step>((world) => ({ ...world, outbox: world.outbox.slice(1) })),
  fc.constant<Step>((world) => ({ ...world, isOnline: !world.isOnline })),
);

describe('the quick list', () => {
  it('is the list that is made of all events, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(steps, { minLength: 5, maxLength: 60 }), (all) => {
        const quickly = createQuickList(listItems);
        let world: World = { events: [], outbox: [], seen: 0, isOnline: true };
        let before: readonly TimelineItem[] = [];
        all.forEach((step, n) => {
          world = step(world, n);
          const view = { me, seenByAgents: world.seen ? placeOf(world.seen) : undefined, isOnline: world.isOnline };
          const whole = listItems(world.events, world.outbox, view, []);
          before = quickly(world.events, world.outbox, view, before);
          expect(before).toEqual(whole);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('makes a handful of rows anew for one more message, and takes all others as they are', () => {
    let asked = 0;
    const quickly = createQuickList((events, ...rest) => {
      asked = events.length;
      return listItems(events, ...rest);
    });
    const view = { me, seenByAgents: placeOf(9_999), isOnline: true };
    const events = Array.from({ length: 10_000 }, (_, n) => eventOf(n, 3 + (n % 4)));
    const before = quickly(events, [], view, []);
    expect(asked).toBe(10_000);
    const after = quickly([...events, eventOf(10_000, 6)], [], view, before);
    expect(asked).toBeLessThan(10);
    expect(after.slice(0, before.length - 2)).toEqual(before.slice(0, -2));
    expect(after[100]).toBe(before[100]);
    quickly([...events, eventOf(10_000, 6)], [], { ...view, seenByAgents: placeOf(10_000) }, after);
    expect(asked).toBeLessThan(10);
  });
});
