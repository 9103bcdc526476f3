import { socketUrl } from '../test/matrix/service';
import { connect } from '../test/matrix/wire';
import { corpus, type Entry } from '../test/support/hostile-corpus';
import { placeOf } from './matrix/place';
import { speakAsApp } from './support/hostile/app-in-panel';
import { Ordeal } from './support/hostile/ordeal';
import { choose, clearFiles, giveAsVisitor } from './support/hostile/visitor-gives';
import { speak } from './support/speak';
import { test as base, expect } from './support/test';
import { Visitor } from './support/visitor';

const AGENT_ID = 'mara@harbour.example';

const test = base.extend<{ ordeal: Ordeal; first: Entry | undefined }>({
  demoOptions: { scriptedAgent: false },
  first: [undefined, { option: true }],
  ordeal: async ({ page, demo, apiVersion, first }, use) => {
    const version = apiVersion ?? '3.6';
    const mara = await connect(socketUrl(placeOf(demo.url), '3.6', 'agent'));
    await mara.person.ask('login', { token: 'Bearer dal:sandbox-mara' });
    await mara.person.ask('set_routing_status', { status: 'accepting_chats' });
    await speak(page, version);
    const ordeal = await Ordeal.begin(page, demo.url, version, AGENT_ID, first);
    await use(ordeal);
    expect(await ordeal.ends()).toEqual([]);
    await mara.close();
  },
});

// Traces keep a copy of the page for each step, and there are hundreds of them.
test.use({ trace: 'off' });
test.setTimeout(180_000);

const BATCH = 75;
const pushed = corpus.filter(
  ({ carrier }) => !/^(?:response\/|customer_disconnected|host|moment|composer)/.test(carrier),
);

/** Who asks is answered by somebody in the middle: when the page is opened, in an open chat, or before there is one. */
const AT_START = ['response/login', 'response/list_threads'];
const IN_CHAT = ['response/send_event', 'response/error'];
const BEFORE_CHAT = ['response/get_form'];
/** We have no question to which these would be the answer; what reads them is tested by itself. */
const NEVER = ['response/get_predicted_agent', 'response/get_url_info'];
const ELSEWHERE = ['response/upload_file'];
const answers = (carriers: readonly string[]) => corpus.filter(({ carrier }) => carriers.includes(carrier));

function* batches(entries: readonly Entry[], size = BATCH) {
  for (let from = 0; from < entries.length; from += size) {
    const batch = entries.slice(from, from + size);
    yield [`from ${batch[0]?.id} to ${batch.at(-1)?.id}`, batch] as const;
  }
}

for (const [name, batch] of batches(pushed)) {
  test(`rows 262, 263: pushes, ${name}`, async ({ ordeal }) => {
    for (const entry of batch) await ordeal.feed(entry);
    expect(ordeal.line.opened()).toBe(1);
  });
}

test('every answer has its turn', () => {
  const known = new Set([...AT_START, ...IN_CHAT, ...BEFORE_CHAT, ...NEVER, ...ELSEWHERE]);
  expect(corpus.filter(({ carrier }) => carrier.startsWith('response/') && !known.has(carrier))).toEqual([]);
});

test('answers in an open chat, and to nobody', async ({ ordeal }) => {
  for (const entry of answers(IN_CHAT)) await ordeal.answer(entry, false);
  for (const { carrier } of answers(NEVER)) ordeal.line.spoil(carrier.replace('response/', ''), () => '');
  for (const entry of answers(AT_START)) await ordeal.answer(entry, true);
  for (const { carrier } of answers(NEVER)) expect(ordeal.line.hasSpoilt(carrier.replace('response/', ''))).toBe(false);
});

for (const entry of answers(BEFORE_CHAT)) {
  test.describe(`answers before a chat, ${entry.id}`, () => {
    test.use({ first: entry });
    test(entry.id, ({ ordeal }) => ordeal.feed(entry, []));
  });
}

const of = (carrier: string) => corpus.filter((entry) => entry.carrier === carrier);

test('rows 262, 264: what the visitor types, pastes, drops and attaches', async ({ ordeal }) => {
  for (const entry of of('composer')) await giveAsVisitor(ordeal, entry);
});

test('row 264: what a file that was sent is said to be', async ({ ordeal, page }) => {
  for (const entry of of('response/upload_file')) {
    ordeal.speaksOf(entry.id);
    await page.route(/action\/upload_file/, (route) => route.fulfill({ json: { url: entry.payload } }));
    const answered = page.waitForResponse(/action\/upload_file/);
    await ordeal.measured(entry, async () => {
      await choose(new Visitor(page), [{ name: 'spoilt.txt', type: 'text/plain', size: 10 }]);
      await answered;
    });
    // What cannot be read leaves it open whether the file has come: it is tried again, until the visitor stops it.
    await clearFiles(new Visitor(page));
    await ordeal.feed(entry, []);
    await expect(new Visitor(page).log.getByText('spoilt')).toHaveCount(0);
    expect(ordeal.line.hasSaid(`"type":"file"`), entry.id).toBe(false);
  }
});

test('row 262: what an app in a panel says', async ({ ordeal }) => {
  await speakAsApp(ordeal, of('moment'));
});

test('goodbyes', async ({ ordeal }) => {
  for (const entry of of('customer_disconnected')) await ordeal.leave(entry);
});

test.describe('in v3.0', () => {
  test.use({ apiVersion: '3.0' });
  const KINDS = new Set(['rich', 'file', 'time', 'custom-event', 'system', 'benign']);
  const spoken = pushed.filter(({ category, carrier }) => KINDS.has(category) && carrier.startsWith('incoming_event/'));

  for (const [name, batch] of batches(spoken, 90)) {
    test(`pushes, ${name}`, async ({ ordeal }) => {
      for (const entry of batch) await ordeal.feed(entry);
      expect(ordeal.line.opened()).toBe(1);
    });
  }
});
