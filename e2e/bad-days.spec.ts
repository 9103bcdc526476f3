import type { Moment } from '../test/support/faulty-proxy';
import { expect, test } from './support/proxy';

// Lines die in every test, and traces keep a copy of the page for each step.
test.use({ trace: 'off' });

interface Told {
  readonly id: string;
  readonly events: readonly { readonly id: string }[];
}

const UNSTABLE_S = 26;
const NOTICED_S = 35;
const BAD: readonly (string | Buffer)[] = [
  '{"type":',
  '{"type":"push","action":"incoming_event","payload":{"event":{"type":"message","text":7}}}',
  '{"type":"push","action":"incoming_hologram","payload":{}}',
  '{"type":"response","request_id":"nobody","success":true}',
  Buffer.from([1, 2, 3]),
];

test.describe('what is typed', () => {
  test('before anything is connected arrives', async ({ day }) => {
    const { visitor } = day;
    day.proxy.weather.door = 'silent';
    await visitor.page.clock.install();
    await visitor.page.goto(day.proxy.url);
    await visitor.opens();
    await day.types('While it connects');
    await day.online();
    await day.passes(3);
    await expect(visitor.window.getByText('Connecting…')).toBeVisible();
    day.comesUp();
    await day.passes(8);
    await day.endsWell();
  });

  test('while it logs in, or looks for what it has missed, arrives', async ({ day }) => {
    await day.chats();
    for (const action of ['login', 'list_chats']) {
      const held = day.proxy.at(action, 'hold');
      day.proxy.cut();
      await held;
      await day.types(`While ${action} is on its way`);
      await day.isHonest();
      day.comesUp();
      await day.arrives();
    }
    await day.endsWell();
  });

  test('into half a line arrives: either half is noticed within 35 s', async ({ day }) => {
    const { clock } = day.visitor.page;
    await clock.install();
    await day.chats();
    // What this machine takes is not part of the 35 s: a new line would have to be there within what is left of them.
    await day.stopsClock();
    day.proxy.lose('toClient');
    await day.passes(UNSTABLE_S);
    await day.types('In doubt');
    await day.isHonest();
    await day.passes(NOTICED_S - UNSTABLE_S);
    await expect.poll(() => day.proxy.lines.opened).toBe(2);
    await clock.resume();
    await day.arrives();

    await day.stopsClock();
    day.proxy.lose('toService');
    await day.types('Into the void');
    await day.isHonest();
    await day.passes(NOTICED_S);
    await clock.resume();
    await day.endsWell();
    expect(day.proxy.lines.opened).toBe(3);
  });

  test('while it waits arrives; one is told after 2 s, and may try after 10 s', async ({ day }) => {
    const { visitor } = day;
    await visitor.page.clock.install();
    await day.chats();
    await visitor.isWhole();
    await day.stopsClock();
    await day.goesDown();
    await day.types('In the dark');
    await expect(visitor.message('In the dark')).toContainText('Will be sent when you are online again');
    const notice = visitor.window.getByText(/Reconnecting/);
    await day.passes(1);
    await expect(notice).toHaveCount(0);
    await day.passes(2);
    await expect(notice).toBeVisible();
    await day.passes(8);
    await day.types('Still dark');
    const tryNow = visitor.window.getByRole('button', { name: 'Try now' });
    await expect(tryNow).toBeVisible();
    day.comesUp();
    await tryNow.click();
    await visitor.page.clock.resume();
    await day.endsWell();
  });

  test('row 277: offline arrives', async ({ day }) => {
    await day.chats();
    const { page } = day.visitor;
    await page.context().setOffline(true);
    day.proxy.cut();
    await day.types('On the train');
    await expect(day.visitor.message('On the train')).toContainText('Will be sent when you are online again');
    await page.context().setOffline(false);
    await day.endsWell();
  });

  test('when all places were taken asks again, and arrives', async ({ day }) => {
    await day.chats();
    day.proxy.sayGoodbye('too_many_connections');
    await expect(day.visitor.window.getByText('All agents are busy right now.')).toBeVisible();
    await day.types('Still here');
    await day.endsWell();
  });

  test('behind any goodbye and any code arrives', async ({ day }) => {
    await day.chats();
    const ends = [
      () => day.proxy.sayGoodbye('connection_evicted'),
      () => day.proxy.sayGoodbye('internal_error'),
      () => day.proxy.hangUp(1000),
      () => day.proxy.hangUp(1011),
      () => day.proxy.hangUp(1013),
    ];
    for (const [at, end] of ends.entries()) {
      const before = day.proxy.lines.opened;
      end();
      await day.types(`After end ${at + 1}`);
      await expect.poll(() => day.proxy.lines.opened).toBe(before + 1);
    }
    await day.endsWell();
  });

  for (const moment of ['before', 'handled', 'answered'] as const satisfies readonly Moment[]) {
    test(`arrives once where the line is cut, the request ${moment}`, async ({ day }) => {
      await day.begins();
      const first = day.proxy.at('start_chat', moment);
      await day.types('The first', 'The second');
      await first;
      await day.arrives();

      const later = day.proxy.at('send_event', moment);
      await day.types('One', 'Two');
      await later;
      await day.isHonest();
      await day.endsWell();
    });
  }

  test('into a line that stalls arrives once', async ({ day }) => {
    await day.visitor.page.clock.install();
    await day.chats();
    for (const seconds of [20, 60]) {
      day.proxy.stall();
      await day.types(`Held up for ${seconds} s`, `Behind it for ${seconds} s`);
      await day.passes(seconds);
      await day.isHonest();
      day.comesUp();
      await day.arrives();
    }
    await day.endsWell();
  });
});

test('a hundred messages within a second, and a cut in the middle', async ({ day }) => {
  await day.chats();
  const hundred = Array.from({ length: 100 }, (_, at) => `Message ${at + 1}`);
  await day.typesAtOnce(hundred.slice(0, 50));
  const cut = day.proxy.at('send_event', 'handled');
  await day.typesAtOnce(hundred.slice(50));
  await cut;
  await day.isHonest();
  await day.endsWell();
});

test('pushes twice, and in the wrong order', async ({ day }) => {
  await day.begins();
  Object.assign(day.proxy.pushes, { areRepeated: true, window: 5 });
  await day.types('One', 'Two');
  await Promise.all([day.types('Three'), day.hears('Four')]);
  await day.endsWell();
});

test('an edit and a deletion that come before what they are about', async ({ day }) => {
  await day.chats();
  const chat_id = await day.chatId();
  const { truth, proxy, visitor } = day;
  const late: string[] = [];
  proxy.pushes.isLost = (action) => action === 'incoming_event';
  for (const [text, control, more] of [
    ['To be deleted', 'delete-event', {}],
    ['To be edited', 'edit-event', { text: 'Better' }],
  ] as const) {
    await truth.write(chat_id, text);
    const { threads } = (await truth.act('list_threads', { chat_id })) as unknown as { threads: Told[] };
    const { id: thread_id, events } = threads[0] as Told;
    const event = events.at(-1) as Told['events'][0];
    const payload = { chat_id, thread_id, event };
    late.push(JSON.stringify({ version: '3.6', type: 'push', action: 'incoming_event', payload }));
    await truth.control(control, { chat_id, event_id: event.id, ...more });
  }
  proxy.pushes.isLost = () => false;
  await day.hears('After them');
  for (const push of late) proxy.say(push);
  await day.hears('Better late');
  await expect(visitor.message(/Better\s*Edited/)).toHaveCount(1);
  await expect(visitor.message(/To be/)).toHaveCount(0);
  await day.types('Understood');
  await day.arrives();
});

test('frames that nobody can read, between those that everybody can', async ({ day }) => {
  await day.chats();
  for (const [at, bad] of BAD.entries()) {
    day.proxy.say(bad);
    await day.types(`Own ${at + 1}`);
    day.proxy.say(bad);
    await day.hears(`Theirs ${at + 1}`);
  }
  await day.endsWell();
  expect(day.proxy.lines.opened).toBe(1);
});

test('over a slow network, dripping', async ({ day }) => {
  Object.assign(day.proxy.weather, { latencyMs: 100, bytesPerSecond: 60_000, pieceBytes: 1_400 });
  await day.chats();
  await day.types('One', 'Two');
  await day.endsWell();
});
