import { beforeEach, describe, expect, it } from 'vitest';
import { say } from './chaos/acts';
import { FAULTS, show } from './chaos/fault-acts';
import { createWorld, type World } from './chaos/world';
import type { Version } from './client';

const HOUR_MS = 60 * 60_000;

let world: World;
const tab = () => world.tabs[0]!;

async function begin(version: Version): Promise<void> {
  world = createWorld({ seed: 5, version, tabs: 1, watch: () => () => {} });
  tab().open();
  await world.clock.passAsync(5_000);
  // Nobody watches the screen here, so nobody has noted whose it is.
  world.anna = tab().client!.session.users.me.peek()?.id;
}

const written = () => [...tab().line.written].filter(([action]) => action !== 'ping');
const requests = () => written().reduce((sum, [, times]) => sum + times, 0);
const reads = () =>
  written().reduce((sum, [action, times]) => sum + (/^(list|get)_(chat|thread)/.test(action) ? times : 0), 0);
const atTheService = () =>
  world.service.truth
    .eventsOf(world.anna!)
    .flatMap(({ authorId, body }) => (authorId === world.anna ? body['text'] : []));

describe.each<Version>(['3.0', '3.6'])('figures to hold, in version %s', { timeout: 60_000 }, (version) => {
  beforeEach(() => begin(version));

  it('Q6: fifty events that were missed are on the screen within two seconds, by four requests', async () => {
    say(world, tab());
    await world.clock.passAsync(60_000);
    world.weather.isDown = true;
    tab().line.cut();
    await world.clock.passAsync(1_000);
    for (let count = 0; count < 50; count += 1) {
      const chat = world.service.truth.chatOf(world.anna!)!;
      const event = { type: 'message', text: `missed ${count}`, visibility: 'all' };
      world.service.agent('mara').ask('send_event', { chat_id: chat.id, event });
    }
    world.weather.isDown = false;
    const before = reads();
    tab().client!.session.retryLine();
    await world.clock.passAsync(2_000);
    const texts = tab()
      .client!.session.timeline.items.peek()
      .flatMap((item) => (item.kind === 'message' ? item.text : []));
    expect(texts.filter((text) => text.startsWith('missed'))).toHaveLength(50);
    expect(reads() - before).toBeLessThanOrEqual(4);
  });

  it('Q7: a line that only sends is given up within 35 s, and within 5 s of somebody looking', async () => {
    FAULTS['nothing comes in']!(world, tab(), () => 0);
    await world.clock.passAsync(35_000);
    expect(tab().line.attempts.length).toBeGreaterThan(1);

    await world.clock.passAsync(30_000);
    tab().isVisible.value = false;
    FAULTS['nothing comes in']!(world, tab(), () => 0);
    const before = tab().line.attempts.length;
    await world.clock.passAsync(1_000);
    show(world, tab());
    await world.clock.passAsync(5_000);
    expect(tab().line.attempts.length).toBeGreaterThan(before);
  });

  it('Q10: a page that nobody sees, without a chat, asks for nothing', async () => {
    tab().isVisible.value = false;
    await world.clock.passAsync(61_000);
    const [before, attempts] = [requests(), tab().line.attempts.length];
    expect(tab().line.sockets).toBe(0);
    await world.clock.passAsync(HOUR_MS);
    expect([requests(), tab().line.attempts.length, tab().line.sockets]).toEqual([before, attempts, 0]);
    show(world, tab());
    await world.clock.passAsync(5_000);
    expect(tab().client!.session.line.peek().state).toBe('online');
  });

  it('Q11: one request for each message in good weather', async () => {
    say(world, tab());
    await world.clock.passAsync(60_000);
    const before = requests();
    for (let count = 0; count < 20; count += 1) {
      say(world, tab());
      await world.clock.passAsync(1_000);
    }
    expect(requests() - before).toBe(20);
  });

  it('Q12: a thousand texts written in a gap arrive in order, few at a time, and none is refused', async () => {
    say(world, tab());
    await world.clock.passAsync(30_000);
    world.weather.isDown = true;
    tab().line.cut();
    for (let count = 0; count < 1_000; count += 1) say(world, tab());
    world.weather.isDown = false;
    tab().client!.session.retryLine();
    let most = 0;
    for (let second = 0; second < 600 && tab().client!.session.core.outbox.items.peek().length > 0; second += 1) {
      await world.clock.passAsync(1_000);
      most = Math.max(most, tab().line.unanswered());
    }
    expect(atTheService()).toEqual(tab().said.map(({ text }) => text));
    expect(most).toBeLessThanOrEqual(8);
    expect(world.traces.refusals.size).toBe(0);
  });
});
