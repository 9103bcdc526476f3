import { readGolden } from './golden-shape';
import { arrived, chatting, closed, goldenWorld, greeted, met, PIXEL } from './golden-world';
import type { Frame } from './sandbox-peer';

type Scene = Pick<ReturnType<typeof arrived>, 'send' | 'visitor' | 'real'>;

/** What was done before, so that a sample request makes sense. Default: a chat is going on. */
const scenes: { readonly [name: string]: () => Scene } = {
  login() {
    const world = goldenWorld();
    const scene = greeted(world);
    const { priya, visitor, customerToken } = scene;
    world.real.set('dal:Xk2nV0qT9wR4sLm8', customerToken);
    known(scene);
    const { chat_id } = visitor.get('start_chat');
    priya.get('send_event', { chat_id, event: { type: 'message', text: 'Hello', visibility: 'all' } });
    return { ...scene, visitor: world.openCustomer() };
  },
  'login.new-customer'() {
    const world = goldenWorld();
    world.real.set('dal:Xk2nV0qT9wR4sLm8', world.customerToken);
    return { ...world, visitor: world.openCustomer() };
  },
  start_chat: met,
  'start_chat.minimal': met,
  resume_chat: closed,
  'send_event.attach': closed,
  'send_event.file'() {
    const scene = chatting();
    scene.real.set(readGolden('http.upload_file').response.body.url, scene.upload('front-door.jpg'));
    return scene;
  },
  accept_greeting: greeted,
  cancel_greeting: greeted,
  send_greeting_button_clicked: () => greeted(goldenWorld(), 58),
  request_welcome_message() {
    const world = goldenWorld();
    world.logIn(PIXEL);
    return arrived(world);
  },
  get_customer() {
    const scene = met();
    known(scene);
    return scene;
  },
  delete_chat_properties: () => after('update_chat_properties'),
  delete_thread_properties: () => after('update_thread_properties'),
  delete_event_properties: () => after('update_event_properties'),
  list_chats() {
    const scene = chatting();
    scene.visitor.get('send_event', { chat_id: scene.chat_id, event: scene.say('And now?', { custom_id: 'm-2' }) });
    return scene;
  },
  'list_threads.page2'() {
    const scene = chatting();
    const { next_page_id } = scene.visitor.get('list_threads', { chat_id: scene.chat_id, limit: 1 });
    scene.real.set(readGolden('action.list_threads.page2.request').payload.page_id, next_page_id);
    return scene;
  },
};

/** Everything that can be known of a customer is. */
function known({ visitor, control, customerId }: ReturnType<typeof met>): void {
  const { avatar, phone_number, address } = readGolden('action.get_customer.response').payload;
  visitor.get('update_customer', { avatar, phone_number, address });
  control('verify-email', { customer_id: customerId });
}

function after(action: string) {
  const scene = chatting();
  scene.send(scene.visitor, readGolden(`action.${action}.request`));
  return scene;
}

/** Our answer to the request of a pair, in a world made for it. */
export function playAction(pair: string): Frame {
  const { send, visitor } = (scenes[pair] ?? chatting)();
  return send(visitor, readGolden(`action.${pair}.request`));
}

export const unplayedActions: { readonly [name: string]: string } = {
  'action.list_chats.page.request': 'a customer has one chat, so there is no second page to ask for',
  'action.list_chats.page.response': 'a customer has one chat, so there is no second page to ask for',
};
