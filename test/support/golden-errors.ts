import { arrived, chatting, closed, goldenWorld, met } from './golden-world';
import type { Frame, SandboxPeer } from './sandbox-peer';

/** How each refusal comes about: the answer to the last request. */
type Cause = () => Frame;

/** Somebody who logs in where it is not allowed, or has been. */
const loggingIn = (world = goldenWorld()): Frame => world.openCustomer().ask('login', world.about());

const raw = (peer: SandboxPeer, text: string): Frame => {
  peer.receive(text);
  return peer.frames.at(-1);
};

const orderedLater =
  (type: string, action: string, payload: object = {}): Cause =>
  () => {
    const { control, visitor } = met();
    control('fail-requests', { action, type });
    return visitor.ask(action, payload);
  };

function asleep() {
  const scene = met();
  for (const peer of [scene.priya, scene.pixel]) peer.get('set_routing_status', { status: 'not_accepting_chats' });
  return scene;
}

export const errorCauses: { readonly [name: string]: Cause } = {
  'error.authentication': () => goldenWorld().openCustomer().ask('login', { token: 'Bearer dal:old' }),
  'error.authorization': () => goldenWorld().openCustomer().ask('send_event', { chat_id: 'X', event: {} }),
  'error.chat_already_active'() {
    const { visitor, chat_id } = chatting();
    return visitor.ask('resume_chat', { chat: { id: chat_id } });
  },
  'error.chat_anonymized': orderedLater('chat_anonymized', 'resume_chat'),
  'error.chat_inactive'() {
    const { visitor, chat_id, say } = closed();
    return visitor.ask('send_event', { chat_id, event: say('Anybody?') });
  },
  'error.chat_limit_reached': () => chatting().visitor.ask('start_chat'),
  'error.customer_banned'() {
    const scene = met();
    scene.priya.get('ban_customer', { id: scene.customerId, ban: { days: 1 } });
    return loggingIn(scene);
  },
  'error.customer_session_fields_limit_reached'() {
    const session_fields = Array.from({ length: 101 }, (_, at) => ({ [`field${at}`]: '1' }));
    return arrived().visitor.ask('set_customer_session_fields', { session_fields });
  },
  'error.greeting_not_found': () => arrived().visitor.ask('accept_greeting', { greeting_id: 1, unique_id: 'X' }),
  'error.group_not_found': () => arrived().visitor.ask('get_form', { group_id: 999, type: 'prechat' }),
  'error.group_offline': () => arrived().visitor.ask('get_predicted_agent', { group_id: 7 }),
  'error.group_unavailable': () => asleep().visitor.ask('get_predicted_agent', { group_id: 3 }),
  'error.groups_offline': () => arrived().visitor.ask('start_chat'),
  'error.internal': orderedLater('internal', 'list_chats'),
  'error.invalid-json': () => raw(arrived().visitor, '{"action": '),
  'error.license_expired': () => loggingIn(goldenWorld({ licenseState: 'expired' })),
  'error.limit_reached': orderedLater('limit_reached', 'start_chat'),
  'error.not_allowed'() {
    const { visitor, chat_id, thread_id, agentsId } = chatting();
    return visitor.ask('delete_event', { chat_id, thread_id, event_id: agentsId });
  },
  'error.not_found': () => arrived().visitor.ask('get_chat', { chat_id: 'SOMEBODYS0' }),
  'error.pending_requests_limit_reached'() {
    const world = goldenWorld({ limits: { latencyMs: 10 } });
    const peer = world.openCustomer();
    peer.ask('login', world.about());
    world.clock.pass(10);
    for (let at = 0; at < 10; at += 1) peer.ask('send_event', {});
    return peer.ask('send_event', {});
  },
  'error.request_timeout': orderedLater('request_timeout', 'list_chats'),
  'error.service_unavailable': orderedLater('service_unavailable', 'start_chat'),
  'error.too_many_requests'() {
    const { visitor } = arrived(goldenWorld({ limits: { requestsPerMinute: 2 } }));
    visitor.ask('send_event');
    visitor.ask('send_event');
    return visitor.ask('send_event');
  },
  'error.unknown-action': () => arrived().visitor.ask('teleport', {}),
  'error.unsupported_version': () =>
    raw(arrived().visitor, JSON.stringify({ request_id: 'e-26', action: 'list_chats', version: '3.1' })),
  'error.users_limit_reached': () => loggingIn(goldenWorld({ limits: { onlineCustomers: 0 } })),
  'error.validation'() {
    const { visitor, chat_id } = chatting();
    return visitor.ask('send_event', { chat_id, event: { type: 'message' } });
  },
  'error.wrong_product_version': () => loggingIn(goldenWorld({ licenseState: 'wrong_product' })),
};
