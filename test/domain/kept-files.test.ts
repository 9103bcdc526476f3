import { describe, expect, it } from 'vitest';
import type { ChatEvent, CustomId, EventId, OutgoingFile, UserId } from '../../src/domain';
import { chat, chatId, me, meId, placeAt, thread, threadId } from '../support/chats';
import { settle } from '../support/fake-clock';
import type { FakeGatewayRest } from '../support/fake-gateway-rest';
import { fakeShelf } from '../support/fake-shelf';
import { fakeStore } from '../support/fake-store';
import { type TestSession, testSession } from '../support/session';

const small = (name = 'a.png'): OutgoingFile => ({ name, size: 2 * 1_024 * 1_024, type: 'image/png' });
const large: OutgoingFile = { name: 'film.mov', size: 2 * 1_024 * 1_024 + 1, type: 'video/quicktime' };

type Shelf = ReturnType<typeof fakeShelf>;
type Page = TestSession & { readonly die: () => void };

const own = (customId: CustomId, number: number): ChatEvent => ({
  kind: 'file',
  id: `${threadId}_own${number}` as EventId,
  threadId,
  place: placeAt(number),
  authorId: meId,
  properties: new Map(),
  customId,
  name: 'a.png',
  url: 'https://service.test/a.png',
  contentType: 'image/png',
});

/** A page, and what the service has of it. */
async function open(
  shelf: Shelf,
  service: CustomId[] = [],
  parts: Partial<FakeGatewayRest> = {},
  customerId: UserId = meId,
): Promise<Page> {
  const place = shelf.open();
  const page = testSession(fakeStore(), parts, place);
  page.gateway.found = chat();
  // At log-in history lags behind it.
  page.gateway.pages.set(undefined, { threads: [thread([])] });
  await page.gateway.welcome({ customer: { ...me, id: customerId } });
  await settle();
  page.gateway.pages.set(undefined, { threads: [thread(service.map(own))] });
  return { ...page, die: () => place.die() };
}

/** As the window does: what is left is on its way like all else. */
async function goOn(page: Page): Promise<readonly OutgoingFile[]> {
  const left = page.rest.leftFiles.value;
  page.rest.keepFiles(left);
  const sending = left.map((file) => page.rest.sendFile(file));
  for (let seconds = 0; seconds < 30; seconds += 3) await page.clock.passAsync(3_000);
  await Promise.all(sending);
  return left;
}

const names = (page: Page) => page.restGateway.asked.filter(([what]) => what === 'sendFile').map((asked) => asked[3]);

describe('files outlive the page', () => {
  it('and leave no timer with a page that takes the widget away while one is being written down', async () => {
    const shelf = { ...fakeShelf().open(), put: () => new Promise<void>(() => {}) };
    const { rest, session, clock } = testSession(fakeStore(), {}, shelf);
    session.core.users.me.value = me;
    rest.keepFiles([small()]);
    expect(clock.pending).toBeGreaterThan(0);
    rest.dispose();
    session.dispose();
    await settle();
    expect(clock.pending).toBe(0);
  });

  it('that waited for their turn, under the same name', async () => {
    const shelf = fakeShelf();
    const first = await open(shelf);
    const file = small();
    first.rest.keepFiles([file]);
    await settle();
    const [kept] = shelf.kept.values();
    expect(kept).toMatchObject({ owner: meId, isInDoubt: false, file });
    first.die();

    const second = await open(shelf);
    expect(await goOn(second)).toEqual([file]);
    expect(names(second)).toEqual([kept?.customId]);
    expect(shelf.kept.size).toBe(0);
  });

  it('and are uploaded once, if they were uploaded before', async () => {
    const shelf = fakeShelf();
    const address = { url: 'https://service.test/a.png', at: 5 };
    const first = await open(shelf, [], {
      sendFile(_chat, _file, _id, _progress, _cancel, memory) {
        void memory?.keep(address);
        return new Promise(() => {});
      },
    });
    const file = small();
    first.rest.keepFiles([file]);
    void first.rest.sendFile(file);
    await settle();
    first.die();
    expect([...shelf.kept.values()]).toMatchObject([{ isInDoubt: true, address }]);

    const second = await open(shelf);
    await goOn(second);
    expect(second.restGateway.asked.map((asked) => asked[6])).toMatchObject([{ address }]);
  });

  it('but only by name where they are large, and then have to be chosen again', async () => {
    const shelf = fakeShelf();
    const first = await open(shelf);
    first.rest.keepFiles([large]);
    await settle();
    first.die();
    const second = await open(shelf);
    expect(await goOn(second)).toEqual([{ ...large, isGone: true }]);
    expect(names(second)).toEqual([]);
    expect(shelf.kept.size).toBe(1);
    second.rest.keepFiles([]);
    await settle();
    expect(shelf.kept.size).toBe(0);
  });

  it('for a day', async () => {
    const shelf = fakeShelf();
    const first = await open(shelf);
    first.rest.keepFiles([small()]);
    await settle();
    first.die();
    const [kept] = shelf.kept.values();
    if (kept) shelf.kept.set(kept.customId, { ...kept, at: kept.at - 24 * 60 * 60_000 });
    const second = await open(shelf);
    expect(second.rest.leftFiles.value).toMatchObject([{ name: 'a.png', isGone: true }]);
  });

  it('of this customer, and of nobody else', async () => {
    const shelf = fakeShelf();
    const first = await open(shelf);
    const file = small();
    first.rest.keepFiles([file]);
    await settle();
    await first.gateway.welcome({ customer: { ...me, id: 'OTHER' as UserId } });
    expect(await first.rest.sendFile(file)).toBe('refused');
    first.rest.keepFiles([]);
    first.die();
    const other = await open(shelf, [], {}, 'OTHER' as UserId);
    expect(other.rest.leftFiles.value).toEqual([]);
    const again = await open(shelf);
    expect(again.rest.leftFiles.value).toEqual([file]);
  });

  it('unless they were removed or have arrived', async () => {
    const shelf = fakeShelf();
    const page = await open(shelf);
    const [a, b] = [small('a'), small('b')];
    page.rest.keepFiles([a, b]);
    await settle();
    page.rest.keepFiles([b]);
    await settle();
    expect([...shelf.kept.values()].map(({ name }) => name)).toEqual(['b']);
    expect(await page.rest.sendFile(b)).toBe('done');
    expect(shelf.kept.size).toBe(0);
  });
});

// Whenever a page dies: the file is not lost, and the service has it once.
const MOMENTS = ['before it is begun', 'before it arrives', 'after it has arrived', 'after the answer'] as const;
const pairs = MOMENTS.flatMap((first) => MOMENTS.map((second) => [first, second] as const));

it.each(pairs)('arrives once when one page dies %s and the next %s', async (...moments) => {
  const shelf = fakeShelf();
  const service: CustomId[] = [];
  let chosen: OutgoingFile | undefined = small();
  for (const moment of [...moments, 'never']) {
    const page = await open(shelf, service, {
      async sendFile(_chat, _file, customId) {
        if (moment === 'before it arrives') return new Promise(() => {});
        service.push(customId);
        if (moment === 'after it has arrived') return new Promise(() => {});
        return { outcome: 'accepted', chatId, eventId: undefined };
      },
    });
    const files: readonly OutgoingFile[] = chosen ? [chosen] : page.rest.leftFiles.value;
    chosen = undefined;
    page.rest.keepFiles(files);
    if (moment !== 'before it is begun') for (const file of files) void page.rest.sendFile(file);
    for (let seconds = 0; seconds < 12; seconds += 3) await page.clock.passAsync(3_000);
    page.die();
  }
  expect(service).toHaveLength(1);
  expect(shelf.kept.size).toBe(0);
});
