import { socketUrl } from '../test/matrix/service';
import { connect } from '../test/matrix/wire';
import { corpus, type Entry } from '../test/support/hostile-corpus';
import { placeOf } from './matrix/place';
import { Ordeal } from './support/hostile/ordeal';
import { speak } from './support/speak';
import { test as base, expect } from './support/test';

const AGENT_ID = 'mara@harbour.example';

const test = base.extend<{ ordeal: Ordeal }>({
  demoOptions: { scriptedAgent: false },
  ordeal: async ({ page, demo, apiVersion }, use) => {
    const version = apiVersion ?? '3.6';
    const mara = await connect(socketUrl(placeOf(demo.url), '3.6', 'agent'));
    await mara.person.ask('login', { token: 'Bearer dal:sandbox-mara' });
    await mara.person.ask('set_routing_status', { status: 'accepting_chats' });
    await speak(page, version);
    const ordeal = await Ordeal.begin(page, demo.url, version, AGENT_ID);
    await use(ordeal);
    expect(ordeal.faults).toEqual([]);
    await mara.close();
  },
});

const comesByPush = ({ carrier }: Entry) => !/^(?:response\/|host|moment|composer)/.test(carrier);
/** After these the widget is somewhere else, and the next one begins anew. */
const movesOn = ({ carrier, category }: Entry) => carrier === 'customer_disconnected' || category === 'order';
const stays = corpus.filter((entry) => comesByPush(entry) && !movesOn(entry));
const BATCH = 75;

for (let from = 0; from < stays.length; from += BATCH) {
  const batch = stays.slice(from, from + BATCH);
  test(`what is pushed, from ${batch[0]?.id} to ${batch.at(-1)?.id}`, async ({ ordeal }) => {
    for (const entry of batch) await ordeal.feed(entry);
    expect(ordeal.line.opened()).toBe(1);
  });
}
