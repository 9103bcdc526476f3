import { by, type Cause, last, toldBy } from './golden-causes';
import { readGolden } from './golden-shape';
import { arrived, castGroups, chatting, closed, goldenWorld, greeted, JURGEN, met, PIXEL, PRIYA } from './golden-world';

/** How each push comes about. */

/** Jürgen alone has group 7, and takes no more chats. */
function queued(agentIds: readonly string[] = [JURGEN]) {
  const groups = [{ id: 7, name: 'Billing', agentIds }];
  const world = goldenWorld({ groups: [...castGroups.filter(({ id }) => id !== 7), ...groups] });
  const scene = met(world);
  const jurgen = world.logIn(JURGEN);
  return { ...scene, jurgen };
}

/** The new thread, as it is told to the tab that opened it and to another one. */
function resumed() {
  const { visitor, visit, translate, chat_id } = closed();
  const tab = visit();
  const { chat } = translate(readGolden('action.start_chat.request').payload);
  visitor.get('resume_chat', { chat: { ...chat, id: chat_id } });
  return { own: last(visitor, 'incoming_chat'), other: last(tab, 'incoming_chat') };
}

function inQueue() {
  const scene = queued();
  const { control, visitor } = scene;
  control('set-chat-limit', { agent_id: JURGEN, limit: 0 });
  const { chat_id } = visitor.get('start_chat', { active: false });
  visitor.get('resume_chat', { chat: { id: chat_id, access: { group_ids: [7] } }, continuous: true });
  return { ...scene, chat_id };
}

export const pushCauses: { readonly [name: string]: Cause } = {
  'push.incoming_event': toldBy('priya', 'push.incoming_event'),
  'push.incoming_event.answer': by('send_event', 'incoming_event'),
  'push.incoming_chat': () => resumed().own,
  'push.incoming_chat.other-tab': () => resumed().other,
  'push.incoming_chat.queued': () => last(inQueue().visitor, 'incoming_chat'),
  'push.chat_deactivated': by('deactivate_chat', 'chat_deactivated'),
  'push.chat_deactivated.router'() {
    const { visitor, control, chat_id } = chatting();
    control('archive-chat', { chat_id, reason: 'other' });
    return last(visitor, 'chat_deactivated');
  },
  'push.chat_properties_updated': by('update_chat_properties', 'chat_properties_updated'),
  'push.chat_properties_deleted'() {
    const { send, visitor } = chatting();
    send(visitor, readGolden('action.update_chat_properties.request'));
    send(visitor, readGolden('action.delete_chat_properties.request'));
    return last(visitor, 'chat_properties_deleted');
  },
  'push.thread_properties_updated': by('update_thread_properties', 'thread_properties_updated'),
  'push.thread_properties_deleted'() {
    const { send, visitor, chat_id, thread_id } = chatting();
    send(visitor, readGolden('action.update_thread_properties.request'));
    visitor.get('delete_thread_properties', { chat_id, thread_id, properties: { rating: ['score', 'comment'] } });
    return last(visitor, 'thread_properties_deleted');
  },
  'push.event_properties_updated'() {
    const { visitor, translate } = chatting();
    visitor.get('update_event_properties', translate(readGolden('push.event_properties_updated').payload));
    return last(visitor, 'event_properties_updated');
  },
  'push.event_properties_deleted'() {
    const { visitor, translate } = chatting();
    const { properties, ...place } = translate(readGolden('push.event_properties_deleted').payload);
    const url_details = { title: 'Claims', description: 'How to report' };
    visitor.get('update_event_properties', { ...place, properties: { url_details } });
    visitor.get('delete_event_properties', { ...place, properties });
    return last(visitor, 'event_properties_deleted');
  },
  'push.chat_transferred'() {
    const world = goldenWorld();
    world.logIn(JURGEN);
    const { visitor, priya, chat_id } = chatting(world);
    priya.get('transfer_chat', { id: chat_id, target: { type: 'group', ids: [7] } });
    return last(visitor, 'chat_transferred');
  },
  'push.chat_transferred.queued'() {
    // Priya works in group 7 as well, and has no place.
    const { visitor, jurgen, clock, control } = queued([PRIYA, JURGEN]);
    control('set-chat-limit', { agent_id: PRIYA, limit: 0 });
    visitor.get('start_chat', { chat: { access: { group_ids: [7] } } });
    jurgen.hangUp();
    clock.pass(6_000);
    return last(visitor, 'chat_transferred');
  },
  'push.user_added_to_chat'() {
    const world = goldenWorld();
    const jurgen = world.logIn(JURGEN);
    const { visitor, priya, chat_id } = chatting(world);
    const jurgens = { chat_id, user_id: JURGEN, user_type: 'agent' };
    priya.get('add_user_to_chat', { ...jurgens, visibility: 'all' });
    const { created_at } = visitor.lastPush('incoming_event').payload.event;
    jurgen.get('mark_events_as_seen', { chat_id, seen_up_to: created_at });
    priya.get('remove_user_from_chat', jurgens);
    priya.get('add_user_to_chat', { ...jurgens, visibility: 'all' });
    return last(visitor, 'user_added_to_chat');
  },
  'push.user_removed_from_chat'() {
    const { visitor, priya, chat_id } = chatting();
    priya.get('remove_user_from_chat', { chat_id, user_id: PRIYA, user_type: 'agent' });
    return last(visitor, 'user_removed_from_chat');
  },
  'push.event_updated'() {
    const { visitor, control, chat_id, thread_id, agentsId } = chatting();
    control('edit-event', { chat_id, thread_id, event_id: agentsId, text: 'Good morning (edited)' });
    return last(visitor, 'event_updated');
  },
  'push.event_deleted': by('delete_event', 'event_deleted'),
  'push.events_marked_as_seen'() {
    const { visitor, priya, chat_id } = chatting();
    const { created_at } = visitor.lastPush('incoming_event').payload.event;
    priya.get('mark_events_as_seen', { chat_id, seen_up_to: created_at });
    return last(visitor, 'events_marked_as_seen');
  },
  'push.incoming_rich_message_postback': by('send_rich_message_postback', 'incoming_rich_message_postback'),
  'push.incoming_rich_message_postback.ecommerce'() {
    const { visitor, pixel, chat_id, thread_id } = chatting();
    const { type, template_id, elements } = readGolden('event.rich_message.ecommerce').payload.event;
    const { postback } = readGolden('push.incoming_rich_message_postback.ecommerce').payload;
    const buttons = [{ text: 'Add', type: 'message', value: 'add', postback_id: postback.id, user_ids: [] }];
    const event = { type, template_id, elements: [{ ...elements[0], buttons }], visibility: 'all' };
    const { event_id } = pixel.get('send_event', { chat_id, event });
    visitor.get('send_rich_message_postback', { chat_id, thread_id, event_id, postback });
    return last(visitor, 'incoming_rich_message_postback');
  },
  'push.incoming_typing_indicator.start': typing(true),
  'push.incoming_typing_indicator.stop': typing(false),
  'push.incoming_thinking_indicator'() {
    const { visitor, pixel, chat_id } = chatting();
    const { title, description, custom_id } = readGolden('push.incoming_thinking_indicator').payload;
    pixel.get('send_thinking_indicator', { chat_id, title, description, custom_id, visibility: 'all' });
    return last(visitor, 'incoming_thinking_indicator');
  },
  'push.incoming_event_preview'() {
    const { visitor, pixel, chat_id } = chatting();
    const { type, text, custom_id } = readGolden('push.incoming_event_preview').payload.event;
    pixel.get('send_event_preview', { chat_id, event: { type, text, custom_id, visibility: 'all' } });
    return last(visitor, 'incoming_event_preview');
  },
  'push.customer_updated'() {
    const { visitor } = met();
    const { id: _, ...changes } = readGolden('push.customer_updated').payload;
    visitor.get('update_customer', changes);
    return last(visitor, 'customer_updated');
  },
  'push.customer_side_storage_updated'() {
    const { visit } = greeted();
    return last(visit(), 'customer_side_storage_updated');
  },
  'push.groups_status_updated'() {
    const { visitor, control } = met();
    control('set-chat-limit', { agent_id: PRIYA, limit: 0 });
    control('set-chat-limit', { agent_id: PIXEL, limit: 0 });
    return last(visitor, 'groups_status_updated');
  },
  'push.queue_position_updated'() {
    const { visitor, control, chat_id } = inQueue();
    control('set-queue-position', { chat_id, position: 3, wait_time: 240 });
    return last(visitor, 'queue_position_updated');
  },
  'push.incoming_multicast.system'() {
    const { visitor, control, customerId } = met();
    const { type, content } = readGolden('push.incoming_multicast.system').payload;
    control('multicast-customers', { customer_ids: [customerId], type, content });
    return { ...last(visitor, 'incoming_multicast'), version: '3.4' };
  },
  'push.incoming_greeting': () => last(greeted().visitor, 'incoming_greeting'),
  'push.incoming_greeting.rich': () => last(greeted(goldenWorld(), 58).visitor, 'incoming_greeting'),
  'push.greeting_accepted': by('accept_greeting', 'greeting_accepted', greeted as never),
  'push.greeting_canceled': by('cancel_greeting', 'greeting_canceled', greeted as never),
  'push.incoming_welcome_message'() {
    const world = goldenWorld();
    world.logIn(PIXEL);
    const { visitor, clock } = arrived(world);
    visitor.get('request_welcome_message');
    clock.pass(0);
    return last(visitor, 'incoming_welcome_message');
  },
};

function typing(isTyping: boolean): Cause {
  return () => {
    const { visitor, priya, chat_id } = chatting();
    priya.get('send_typing_indicator', { chat_id, is_typing: true, visibility: 'all' });
    if (!isTyping) priya.get('send_typing_indicator', { chat_id, is_typing: false, visibility: 'all' });
    return last(visitor, 'incoming_typing_indicator');
  };
}

export const unplayedPushes: { readonly [name: string]: string } = {
  'event.unknown_type': 'an invention, for clients only',
  'push.unknown_push': 'an invention, for clients only',
  'push.thread_properties_updated.queue-legacy': 'how other servers tell of the queue; ours has a push for it',
  'push.incoming_chat.transferred':
    'a customer has the chat already when it is transferred: they hear chat_transferred',
  'push.incoming_multicast': 'agents cannot address customers any more; the server does it without an author',
  'push.user_added_to_chat.not-present': 'agents join before they write',
  'push.user_removed_from_chat.inactive-chat':
    'agents stay until the thread is closed, and are not told off afterwards',
};
