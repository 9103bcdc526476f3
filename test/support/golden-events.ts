import { by, type Cause, last, said, toldBy } from './golden-causes';
import { readGolden } from './golden-shape';
import { arrived, chatting, closed, goldenWorld, JURGEN, met, PIXEL } from './golden-world';
import type { Frame, SandboxPeer } from './sandbox-peer';

/** How each kind of event comes to the customer. */

const system = (peer: SandboxPeer, type: string): Frame =>
  peer.pushes('incoming_event').findLast(({ payload }) => payload.event.system_message_type === type);

const systemEvent =
  (name: string): Cause =>
  () => {
    const { control, visitor, chat_id } = chatting();
    const { source, subtype, version, details, custom_id } = readGolden(name).payload.event;
    control('send-system-event', { chat_id, source, subtype, version, details, ...(custom_id && { custom_id }) });
    return last(visitor, 'incoming_event');
  };

export const eventCauses: { readonly [name: string]: Cause } = {
  'event.message': toldBy('priya', 'event.message'),
  'event.message.own'() {
    const { send, visitor, visit } = chatting();
    const tab = visit();
    send(visitor, readGolden('action.send_event.request'));
    return last(tab, 'incoming_event');
  },
  'event.message.long': toldBy('priya', 'event.message.long'),
  'event.message.max-size': said('event.message.max-size'),
  'event.message.markdown': toldBy('pixel', 'event.message.markdown'),
  'event.message.postback': by('send_event.postback', 'incoming_event'),
  'event.message.postback-ecommerce': said('event.message.postback-ecommerce'),
  'event.message.translated': toldBy('priya', 'event.message.translated'),
  'event.message.url-details': toldBy('priya', 'event.message.url-details'),
  'event.message.welcome'() {
    const world = goldenWorld();
    world.logIn(PIXEL);
    const { visitor, clock } = arrived(world);
    const { id } = visitor.get('request_welcome_message');
    clock.pass(0);
    visitor.get('start_chat', { welcome_message_id: id });
    const { chat } = last(visitor, 'incoming_chat').payload;
    return {
      ...readGolden('event.message.welcome'),
      payload: { chat_id: chat.id, thread_id: chat.thread.id, event: chat.thread.events[0] },
    };
  },
  'event.file.image'() {
    const scene = chatting();
    const url = scene.upload('front-door.jpg');
    scene.visitor.get('send_event', {
      chat_id: scene.chat_id,
      event: { type: 'file', url, custom_id: 'f-0081', alternative_text: 'An empty doorstep' },
    });
    return last(scene.visitor, 'incoming_event');
  },
  'event.file.document'() {
    const scene = chatting();
    const url = scene.upload('reklamacja — formularz.pdf', 'application/pdf');
    scene.priya.get('send_event', { chat_id: scene.chat_id, event: { type: 'file', url, visibility: 'all' } });
    return last(scene.visitor, 'incoming_event');
  },
  'event.form'() {
    const { visitor, control, chat_id } = chatting();
    const { form_id, form_type, fields } = readGolden('event.form').payload.event;
    control('send-form', { chat_id, form_id, form_type, fields });
    return last(visitor, 'incoming_event');
  },
  'event.filled_form': said('event.filled_form'),
  'event.filled_form.postchat': by('send_event.attach', 'incoming_event', closed),
  'event.filled_form.ticket': said('event.filled_form.ticket'),
  'event.custom': toldBy('pixel', 'event.custom'),
  'event.rich_message.cards': toldBy('pixel', 'event.rich_message.cards'),
  'event.rich_message.carousel': toldBy('pixel', 'event.rich_message.carousel'),
  'event.rich_message.ecommerce': toldBy('pixel', 'event.rich_message.ecommerce'),
  'event.rich_message.quick_replies': toldBy('pixel', 'event.rich_message.quick_replies'),
  'event.rich_message.sticker': toldBy('priya', 'event.rich_message.sticker'),
  'event.system.store_order_was_created': systemEvent('event.system.store_order_was_created'),
  'event.system.store_product_added_to_cart': systemEvent('event.system.store_product_added_to_cart'),
  'event.system.summary': systemEvent('event.system.summary'),
  'event.system_message.agent_joined'() {
    const { visitor, pixel, chat_id } = chatting();
    pixel.get('remove_user_from_chat', { chat_id, user_id: PIXEL, user_type: 'agent' });
    pixel.get('add_user_to_chat', { chat_id, user_id: PIXEL, user_type: 'agent', visibility: 'all' });
    return system(visitor, 'agent_joined');
  },
  'event.system_message.chat_transferred'() {
    const world = goldenWorld();
    world.logIn(JURGEN);
    const { visitor, priya, chat_id } = chatting(world);
    priya.get('transfer_chat', { id: chat_id, target: { type: 'group', ids: [7] } });
    return system(visitor, 'chat_transferred');
  },
  'event.system_message.manual_archived_customer'() {
    return system(closed().visitor, 'manual_archived_customer');
  },
  'event.system_message.archived_inactive'() {
    const { visitor, clock } = chatting();
    for (let minute = 0; minute < 31; minute += 1) {
      visitor.get('ping');
      clock.pass(15_000);
      visitor.get('ping');
      clock.pass(15_000);
      visitor.get('ping');
      clock.pass(15_000);
      visitor.get('ping');
      clock.pass(15_000);
    }
    return system(visitor, 'routing.archived_inactive');
  },
  'event.system_message.routing_idle'() {
    const { visitor, control, chat_id } = chatting();
    control('mark-idle', { chat_id, minutes: 5 });
    return system(visitor, 'routing.idle');
  },
  'event.system_message.routing_unassigned'() {
    const world = goldenWorld();
    const scene = met(world);
    const jurgen = world.logIn(JURGEN);
    scene.visitor.get('start_chat', { chat: { access: { group_ids: [7] } } });
    jurgen.hangUp();
    scene.clock.pass(6_000);
    return system(scene.visitor, 'routing.unassigned_disconnected');
  },
  'event.system_message.rating'() {
    const { send, visitor } = chatting();
    send(visitor, readGolden('action.update_thread_properties.request'));
    return system(visitor, 'rating.chat_rated');
  },
  'event.system_message.comment'() {
    const { send, visitor } = chatting();
    send(visitor, readGolden('action.update_thread_properties.request'));
    return system(visitor, 'rating.chat_commented');
  },
  'event.system_message.transcript'() {
    const { send, visitor } = chatting();
    send(visitor, readGolden('action.update_thread_properties.transcript.request'));
    return system(visitor, 'transcript_requested');
  },
  'event.system_message.unknown_type': said('event.system_message.unknown_type'),
};
