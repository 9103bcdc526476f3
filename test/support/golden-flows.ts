import { differences, readGolden } from './golden-shape';
import { arrived, chatting, closed, goldenIds, goldenWorld, met, PIXEL, PRIYA } from './golden-world';
import type { Frame, SandboxPeer } from './sandbox-peer';

interface Scene {
  readonly visitor: SandboxPeer;
  readonly send: (peer: SandboxPeer, request: Frame) => Frame;
}

/** A story, and what others do in it: before the step with this number. */
interface Flow {
  readonly scene: Scene;
  readonly before: { readonly [step: number]: () => void };
  /** Another connection, from a step on. */
  readonly reopened?: () => SandboxPeer;
}

const flows: { readonly [name: string]: () => Flow } = {
  'ai-answer'() {
    const scene = chatting();
    const { pixel, chat_id } = scene;
    const [thinking, preview, answer] = readGolden('flow.ai-answer').map((step: Frame) => step.frame.payload);
    const { title, description, custom_id } = thinking;
    const { type, text } = answer.event;
    const event = { type, custom_id, visibility: 'all', properties: { chats: { formatting: 'commonmark' } } };
    return {
      scene,
      before: {
        0: () => pixel.get('send_thinking_indicator', { chat_id, title, description, custom_id, visibility: 'all' }),
        1: () => pixel.get('send_event_preview', { chat_id, event: { ...event, text: preview.event.text } }),
        2: () => pixel.get('send_event', { chat_id, event: { ...event, text } }),
      },
    };
  },
  'bad-input'() {
    const scene = chatting();
    return { scene, before: { 1: () => scene.visitor.receive('{"action": ') } };
  },
  'close-and-rate': () => ({ scene: chatting(), before: {} }),
  'first-visit'() {
    const world = goldenWorld();
    world.real.set('dal:Xk2nV0qT9wR4sLm8', world.customerToken);
    const visitor = world.openCustomer();
    const team = { priya: undefined as SandboxPeer | undefined };
    const chatId = () => visitor.lastPush('incoming_chat').payload.chat.id;
    const typing = (is_typing: boolean) =>
      team.priya?.get('send_typing_indicator', { chat_id: chatId(), is_typing, visibility: 'all' });
    return {
      scene: { ...world, visitor },
      before: {
        2() {
          world.real.set('c4d1f0a2-6b7e-4c39-9a58-2e0f71b3d6c8', visitor.frames[0].payload.customer_id);
        },
        5() {
          team.priya = world.logIn(PRIYA);
        },
        8() {
          world.real.set(goldenIds.chat, chatId());
          typing(true);
        },
        9() {
          const event = { type: 'message', text: 'Good morning Zoë', visibility: 'all' };
          team.priya?.get('send_event', { chat_id: chatId(), event });
        },
        10: () => typing(false),
        11() {
          const { created_at } = visitor.lastPush('incoming_event').payload.event;
          world.real.set('2026-02-11T09:14:21.730118Z', created_at);
        },
        17() {
          const { created_at } = visitor.lastPush('incoming_event').payload.event;
          team.priya?.get('mark_events_as_seen', { chat_id: chatId(), seen_up_to: created_at });
        },
      },
    };
  },
  greeting() {
    const scene = met();
    const { control, customerId, real, visitor } = scene;
    const greet = (greeting_id: number, theirs: string) => {
      control('send-greeting', { customer_id: customerId, greeting_id });
      real.set(theirs, visitor.lastPush('incoming_greeting').payload.unique_id);
    };
    return { scene, before: { 0: () => greet(41, 'Q7X0M2K9TB'), 4: () => greet(58, 'Q80LD4W1XZ') } };
  },
  'push-before-response': () => ({ scene: chatting(), before: {} }),
  queue() {
    const scene = closed();
    const { control, chat_id } = scene;
    for (const agent_id of [PRIYA, PIXEL]) control('set-chat-limit', { agent_id, limit: 0 });
    return {
      scene,
      before: {
        3: () => control('set-queue-position', { chat_id, position: 3, wait_time: 240 }),
        4: () => control('set-queue-position', { chat_id, position: 1, wait_time: 45 }),
        5: () => control('set-chat-limit', { agent_id: PRIYA, limit: 5 }),
      },
    };
  },
  'quick-reply'() {
    const scene = chatting();
    const { pixel, real, chat_id } = scene;
    const { type, template_id, elements } = readGolden('flow.quick-reply')[0].frame.payload.event;
    return {
      scene,
      before: {
        0() {
          const event = { type, template_id, elements, visibility: 'all' };
          real.set(`${goldenIds.thread}_8`, pixel.get('send_event', { chat_id, event }).event_id);
        },
      },
    };
  },
  reconnect() {
    const world = goldenWorld();
    const met41 = met(world);
    met41.control('send-greeting', { customer_id: met41.customerId, greeting_id: 41 });
    const { avatar, phone_number, address } = readGolden('action.get_customer.response').payload;
    met41.visitor.get('update_customer', { avatar, phone_number, address });
    met41.control('verify-email', { customer_id: met41.customerId });
    const scene = chatting({ ...world, logIn: (id: string) => (id === PRIYA ? met41.priya : met41.pixel) });
    scene.visitor.hangUp();
    met41.visitor.hangUp();
    world.real.set('dal:Xk2nV0qT9wR4sLm8', world.customerToken);
    scene.priya.get('send_event', { chat_id: scene.chat_id, event: scene.say('Are you there?', { custom_id: 'p-1' }) });
    return { scene: { ...scene, visitor: world.openCustomer() }, before: {} };
  },
  'token-expired'() {
    const world = goldenWorld();
    const first = arrived(world);
    let peer = first.visitor;
    return {
      scene: first,
      reopened: () => peer,
      before: {
        0: () => world.core.disconnectCustomers('access_token_expired'),
        2() {
          peer = world.openCustomer();
        },
        5() {
          peer = world.openCustomer();
          world.real.set('dal:Xk2nV0qT9wR4sLm8', world.token().access_token);
        },
      },
    };
  },
};

/** The first chat of a customer has no thread before, whatever the sample shows in its place. */
const FIRST_OF_ALL = /^7: missing .*(?:previous_thread_id|users\[agent\]\.events_seen_up_to): /;

const looksLike = (sample: Frame, frame: Frame) =>
  frame.action === sample.action &&
  frame.type === sample.type &&
  frame.payload?.event?.type === sample.payload?.event?.type &&
  frame.payload?.event?.system_message_type === sample.payload?.event?.system_message_type;

/** Plays it. What went otherwise than in the sample, step by step; nothing is what it should be. */
export function playFlow(name: string): readonly string[] {
  const flow = flows[name]?.();
  if (!flow) return [`there is no flow ${name}`];
  const { scene, before, reopened = () => scene.visitor } = flow;
  const taken = new Set<Frame>(scene.visitor.frames);
  const differing: readonly string[] = readGolden(`flow.${name}`).flatMap(({ dir, frame }: Frame, step: number) => {
    before[step]?.();
    if (!frame) return [];
    const peer = reopened();
    if (dir === 'c2s') {
      scene.send(peer, frame);
      return [];
    }
    const ours = peer.frames.find((one) => !taken.has(one) && looksLike(frame, one));
    if (!ours) return [`${step}: no ${frame.action}`];
    taken.add(ours);
    // An id on the news of a chat that was closed is one that clients may do without.
    const hasId = ours.request_id === frame.request_id || frame.action === 'chat_deactivated';
    const { missing, extra } = differences(frame, ours);
    return [
      ...(hasId ? [] : [`${step}: request_id ${ours.request_id}`]),
      ...missing.map((line) => `${step}: missing ${line}`),
      ...extra.map((line) => `${step}: extra ${line}`),
    ];
  });
  return name === 'first-visit' ? differing.filter((line) => !FIRST_OF_ALL.test(line)) : differing;
}
