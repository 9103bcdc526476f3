import { describe, expect, it } from 'vitest';
import { arrived, chatting, goldenWorld, met } from '../../support/golden-world';
import type { SandboxPeer } from '../../support/sandbox-peer';

type Scene = ReturnType<typeof arrived> & Partial<Pick<ReturnType<typeof met>, 'priya' | 'pixel'>>;

/** Time passes, and everybody pings as they should. */
function wait({ clock, visitor, priya, pixel }: Scene, minutes: number): void {
  const peers = [visitor, priya, pixel].flatMap((peer) => peer ?? []);
  for (let quarter = 0; quarter < minutes * 4; quarter += 1) {
    clock.pass(15_000);
    for (const peer of peers) if (!peer.closed) peer.receive('{"action":"ping"}');
  }
}

const reasonOf = (peer: SandboxPeer) => peer.lastPush('customer_disconnected')?.payload;

describe('a customer who does nothing', () => {
  it('is sent away after half an hour on one page, however often the client pings', () => {
    const scene = arrived();
    wait(scene, 20);
    scene.visitor.get('update_customer_page', { url: 'https://shop.example/hats' });
    wait(scene, 29);
    expect(scene.visitor.closed).toBeUndefined();
    wait(scene, 1);
    expect(reasonOf(scene.visitor)).toEqual({ reason: 'inactivity_timeout' });
    expect(scene.visitor.closed?.code).toBe(1000);
  });

  it('stays while there is a chat, and for half an hour after it', () => {
    const scene = chatting(goldenWorld({ limits: { archiveMs: 50 * 60_000, idleNoticeMs: 50 * 60_000 } }));
    wait(scene, 49);
    expect(scene.visitor.closed).toBeUndefined();
    wait(scene, 2);
    expect(scene.visitor.lastPush('chat_deactivated').payload).not.toHaveProperty('user_id');
    wait(scene, 28);
    expect(scene.visitor.closed).toBeUndefined();
    wait(scene, 62);
    expect(reasonOf(scene.visitor)).toEqual({ reason: 'inactivity_timeout' });
  });
});

describe('a chat in which nobody writes', () => {
  const system = (peer: SandboxPeer) =>
    peer.pushes('incoming_event').flatMap(({ payload }) => payload.event.system_message_type ?? []);

  it('is called idle, wakes up when somebody writes, and is closed half an hour after the last word', () => {
    const scene = chatting();
    const { visitor, priya, chat_id, say } = scene;
    visitor.takeNames();
    wait(scene, 21);
    expect(system(visitor)).toEqual(['routing.idle']);
    expect(priya.lastPush('thread_properties_updated').payload.properties).toEqual({ routing: { idle: true } });
    visitor.get('send_event', { chat_id, event: say('Still here') });
    scene.clock.pass(0);
    expect(priya.lastPush('thread_properties_updated').payload.properties).toEqual({ routing: { idle: false } });
    wait(scene, 29);
    expect(visitor.pushes('chat_deactivated')).toEqual([]);
    wait(scene, 2);
    expect(system(visitor)).toEqual(['routing.idle', 'routing.idle', 'routing.archived_inactive']);
    expect(visitor.pushes('chat_deactivated')).toHaveLength(1);
  });
});

describe('too many', () => {
  it('tabs of one customer: the newest has to go', () => {
    const world = goldenWorld({ limits: { customerConnections: 2 } });
    const [first, second, third] = [world.visit(), world.visit(), world.visit()];
    expect(reasonOf(third)).toEqual({ reason: 'too_many_connections' });
    expect(third.frames[0].action).toBe('login');
    for (const peer of [first, second]) expect(peer.closed).toBeUndefined();
  });

  it('strangers at the door: whoever comes next is told, and those who log in make place', () => {
    const world = goldenWorld({ limits: { unauthorizedConnections: 1 } });
    const stranger = world.openCustomer();
    const next = world.openCustomer();
    world.clock.pass(0);
    expect(reasonOf(next)).toEqual({ reason: 'too_many_unauthorized_connections' });
    stranger.get('login', world.about());
    const another = world.openCustomer();
    world.clock.pass(0);
    expect(another.closed).toBeUndefined();
  });

  it('requests: the next minute is another one', () => {
    const { visitor, clock } = arrived(goldenWorld({ limits: { requestsPerMinute: 1 } }));
    expect(visitor.ask('get_customer').success).toBe(true);
    expect(visitor.ask('get_customer').payload.error.type).toBe('too_many_requests');
    clock.pass(20_000);
    visitor.alive();
    clock.pass(20_000);
    visitor.alive();
    clock.pass(20_000);
    expect(visitor.ask('get_customer').success).toBe(true);
  });

  it('customers on the site: those who are on it may open another tab', () => {
    const world = goldenWorld({ limits: { onlineCustomers: 1 } });
    world.visit();
    expect(world.visit().frames[0].success).toBe(true);
    const refused = world.openCustomer().ask('login', { token: world.token().access_token });
    expect(refused.payload.error.type).toBe('users_limit_reached');
  });
});

describe('the door', () => {
  it('sends whoever called another data centre to the right one', () => {
    const { core, clock } = goldenWorld({ region: 'fra' });
    const frames: string[] = [];
    const { organizationId } = core.settings;
    core.connectCustomer(
      { version: '3.6', organizationId, region: 'dal' },
      { send: (text) => frames.push(text), close: () => {} },
    );
    clock.pass(0);
    expect(JSON.parse(frames[0] ?? '')).toEqual({
      version: '3.6',
      action: 'customer_disconnected',
      type: 'push',
      payload: { reason: 'misdirected_connection', data: { region: 'fra' } },
    });
  });

  it('can be closed for a reason, and opened again', () => {
    const world = met();
    world.control('close-door', { reason: 'service_temporarily_unavailable' });
    const peer = world.openCustomer();
    world.clock.pass(0);
    expect(reasonOf(peer)).toEqual({ reason: 'service_temporarily_unavailable' });
    expect(world.visitor.closed).toBeUndefined();
    world.control('close-door', {});
    expect(world.visit().frames[0].success).toBe(true);
  });
});

describe('a page of another group', () => {
  it('moves the customer there, and says so once', () => {
    const { visitor } = met();
    const checkout = { url: 'https://shop.example/checkout' };
    expect(visitor.get('update_customer_page', checkout)).toEqual({ groups: [{ id: 7, status: 'offline' }] });
    expect(visitor.get('update_customer_page', { url: `${checkout.url}/pay` })).toEqual({});
    expect(visitor.ask('get_predicted_agent').payload.error.type).toBe('group_offline');
  });
});
