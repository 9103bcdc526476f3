import { beforeEach, describe, expect, it } from 'vitest';
import { seededChance } from '../../simulation/chance';
import { type WorldClock, worldClock } from '../../simulation/chaos/clock';
import { createSharing, type Sharing } from '../../simulation/chaos/sharing';
import { loadFrame } from '../../support/fixtures';
import { type TabLine, tabLine } from '../../support/tab-line';

let clock: WorldClock;
let sharing: Sharing;
let tabs: TabLine[];

beforeEach(() => {
  clock = worldClock();
  sharing = createSharing(clock, seededChance(1));
  tabs = [];
});

/** Opens so many tabs; the first has the socket. */
async function openTabs(count: number): Promise<TabLine[]> {
  for (let number = 0; number < count; number += 1) {
    const tab = tabLine(`tab ${number}`, clock, sharing);
    tabs.push(tab);
    tab.gateway.connect();
    await clock.passAsync(100);
    if (number === 0) await tab.logIn();
  }
  return tabs;
}

const sockets = () => tabs.reduce((sum, tab) => sum + tab.open(), 0);
const states = () => tabs.map((tab) => tab.state());
const push = loadFrame('3.6', 'push.incoming_event').payload;

describe('one line for all tabs', () => {
  it.each([1, 2, 5, 20])('%i tabs have one socket and one log-in', async (count) => {
    await openTabs(count);
    expect(states()).toEqual(tabs.map(() => 'online'));
    expect(sockets()).toBe(1);
    expect(tabs[0]!.sockets.last().sent.filter(({ action }) => action === 'login')).toHaveLength(1);
  });

  it('what is pushed is heard by all, without the id of a request that is not theirs', async () => {
    const [first, second] = await openTabs(2);
    const answer = second!.connection.ask('ping_me' as `${string}_${string}`, {});
    await clock.passAsync(50);
    first!.sockets.last().push('incoming_event', push, 'n1');
    await clock.passAsync(50);
    expect(second!.updates).toEqual(first!.updates);
    expect(second!.updates).toHaveLength(1);
    first!.sockets.last().answer('ping_me', { is: 'mine' });
    await clock.passAsync(50);
    expect((await answer).payload).toEqual({ is: 'mine' });
  });

  it('a request of any tab goes by the one socket, and its refusal comes back with its reason', async () => {
    const [first, second] = await openTabs(2);
    const asked = second!.connection.ask('sendEvent', { chat_id: 'C' }).catch((error: unknown) => error);
    await clock.passAsync(50);
    expect(first!.sockets.last().asked('send_event').payload).toEqual({ chat_id: 'C' });
    first!.sockets.last().refuse('send_event', 'validation', { why: 'x' });
    await clock.passAsync(50);
    expect(await asked).toMatchObject({ code: 'validation', isDoubtful: false, data: { why: 'x' } });
  });

  it('at most eight requests of all tabs are unanswered', async () => {
    await openTabs(3);
    for (const tab of tabs) {
      for (let number = 0; number < 8; number += 1) void tab.connection.ask('sendEvent', {}).catch(() => {});
    }
    await clock.passAsync(100);
    expect(tabs[0]!.sockets.last().sent.filter(({ action }) => action === 'send_event')).toHaveLength(8);
  });

  it('who comes later hears what has changed since the log-in', async () => {
    const [first] = await openTabs(1);
    first!.sockets.last().push('groups_status_updated', { groups: [{ id: 0, status: 'offline' }] });
    const late = tabLine('late', clock, sharing);
    late.gateway.connect();
    await clock.passAsync(100);
    expect(late.updates).toEqual(first!.updates);
  });
});

describe('whoever has the line goes', () => {
  it('closed: another has it at once, and the rest speak through that one', async () => {
    const [first, second, third] = await openTabs(3);
    first!.gateway.disconnect();
    await clock.passAsync(50);
    await second!.logIn();
    await clock.passAsync(2_500);
    expect(states()).toEqual(['idle', 'online', 'online']);
    expect([first!.open(), second!.open(), third!.open()]).toEqual([0, 1, 0]);
  });

  it('crashed: the lock is free, and the next in the line has it', async () => {
    const [first, second, third] = await openTabs(3);
    const asked = third!.connection.ask('sendEvent', {}).catch((error: unknown) => error);
    await clock.passAsync(50);
    first!.crash();
    await clock.passAsync(50);
    await second!.logIn();
    await clock.passAsync(2_500);
    expect(third!.state()).toBe('online');
    expect(sockets()).toBe(1);
    expect(await asked).toMatchObject({ isDoubtful: true });
  });

  it('frozen: who is looked at takes the lock after a second, and a late request is not done twice', async () => {
    const [first, second] = await openTabs(2);
    second!.isShown.value = false;
    first!.isShown.value = false;
    await clock.passAsync(100);
    first!.page.freeze();
    const frozen = first!.sockets.last();
    const asked = second!.connection.ask('sendEvent', {}).catch((error: unknown) => error);
    second!.isShown.value = true;
    await clock.passAsync(1_200);
    await second!.logIn();
    expect(second!.state()).toBe('online');
    expect(await asked).toMatchObject({ isDoubtful: true });
    await clock.passAsync(3_000);
    first!.page.thaw();
    await clock.passAsync(100);
    // At once, and not when it finds the silence suspicious.
    expect(frozen.isClosed).toBe(true);
    await clock.passAsync(2_400);
    expect(frozen.sent.some(({ action }) => action === 'send_event')).toBe(false);
    expect(states()).toEqual(['online', 'online']);
    expect(sockets()).toBe(1);
  });

  it('frozen in sight: who has lost the lock has no line either', async () => {
    const [first, second] = await openTabs(2);
    second!.isShown.value = false;
    first!.page.freeze();
    second!.isShown.value = true;
    await clock.passAsync(1_200);
    await second!.logIn();
    first!.page.thaw();
    await clock.passAsync(2_500);
    expect(sockets()).toBe(1);
    expect(states()).toEqual(['online', 'online']);
  });

  it('who is looked at has the line at once, and never are there two sockets', async () => {
    const [first, second] = await openTabs(2);
    second!.isShown.value = false;
    first!.isShown.value = false;
    second!.isShown.value = true;
    await clock.passAsync(100);
    expect([first!.open(), second!.open()]).toEqual([0, 1]);
    await second!.logIn();
    await clock.passAsync(2_500);
    expect(states()).toEqual(['online', 'online']);
  });

  it('two windows side by side do not take it from one another', async () => {
    const [first, second] = await openTabs(2);
    second!.isShown.value = false;
    second!.isShown.value = true;
    await clock.passAsync(5_000);
    expect(first!.sockets.all).toHaveLength(1);
    expect(second!.sockets.all).toHaveLength(0);
  });
});

describe('the end of the line', () => {
  it('a log-out is one for all tabs, and nobody tries', async () => {
    await openTabs(4);
    tabs[0]!.sockets.last().push('customer_disconnected', { reason: 'logged_out_remotely' });
    await clock.passAsync(50);
    expect(tabs.map(({ connection }) => connection.line.peek())).toEqual(
      tabs.map(() => expect.objectContaining({ state: 'stopped', reason: 'signed-out' })),
    );
    await clock.passAsync(600_000);
    expect(tabs.flatMap((tab) => tab.sockets.all)).toHaveLength(1);
    expect(sharing.inUse).toBe(tabs.length);
  });

  it('only the one that has the line fetches another token', async () => {
    await openTabs(3);
    tabs[0]!.sockets.last().push('customer_disconnected', { reason: 'access_token_expired' });
    await clock.passAsync(1_500);
    const owner = tabs.find((tab) => tab.open() === 1)!;
    await owner.logIn();
    await clock.passAsync(2_500);
    expect(states()).toEqual(['online', 'online', 'online']);
    expect(sockets()).toBe(1);
    expect(tabs.reduce((sum, tab) => sum + tab.fresh(), 0)).toBeLessThanOrEqual(1);
  });

  it('leaves no lock, no channel and no timer behind', async () => {
    await openTabs(3);
    for (const tab of tabs) {
      tab.gateway.disconnect();
      tab.tabs.dispose();
    }
    await clock.passAsync(100);
    expect(sharing.inUse).toBe(0);
    expect(tabs.map(({ page }) => page.pending)).toEqual([0, 0, 0]);
  });
});
