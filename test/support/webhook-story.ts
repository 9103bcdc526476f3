import type { Frame } from './sandbox-peer';
import { askWeb, webCallers } from './web-caller';
import type { WebhookStage } from './webhook-stage';

const RICH = {
  type: 'rich_message',
  template_id: 'cards',
  elements: [
    {
      title: 'Blue touring bike',
      buttons: [{ type: 'message', text: 'Reserve it', value: 'yes', postback_id: 'reserve_54', user_ids: [] }],
    },
  ],
};

/** What only the first version can do. */
function askV30(stage: WebhookStage, action: string, payload: object): void {
  const answer = webCallers(stage).agent('mara', '3.0')(action, { payload });
  if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body)}`);
}

export function control(stage: Pick<WebhookStage, 'core'>, name: string, body: object): void {
  const headers = { 'content-type': 'application/json' };
  const answer = askWeb(stage, { url: `/sandbox/control/${name}`, headers, body });
  if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
}

/** A day with one of everything that webhooks tell of. What was posted comes back in the words of each webhook. */
export function playWebhookDay(stage: WebhookStage): void {
  const { clientId } = stage.core.settings;
  const mara = stage.agent('mara');
  const theo = stage.agent('theo');
  const { access_token } = stage.token();
  const page = { customer_page: { url: 'https://harbour.example/', title: 'Harbour' } };
  const ines = stage.customer(page, access_token);
  ines.get('update_customer', { name: 'Ines Duarte', email: 'ines@mail.example' });
  const event = { type: 'message', text: 'Is it there in 54 cm?', custom_id: 'w-2f91' };
  const { chat_id, thread_id } = ines.get('start_chat', { chat: { thread: { events: [] } } });
  const sent: Frame = ines.get('send_event', { chat_id, event });
  ines.get('update_customer', { session_fields: [{ plan: 'platinum' }] });

  const own = (value: unknown) => ({ [clientId]: value });
  const chat = { id: chat_id };
  const thread = { chat_id, thread_id };
  const message = { ...thread, event_id: sent.event_id };
  mara.get('update_chat_properties', { ...chat, properties: own({ order_no: '7' }) });
  mara.get('delete_chat_properties', { ...chat, properties: own(['order_no']) });
  mara.get('update_thread_properties', { ...thread, properties: own({ order_no: '7' }) });
  mara.get('delete_thread_properties', { ...thread, properties: own(['order_no']) });
  mara.get('update_event_properties', { ...message, properties: own({ read: true }) });
  mara.get('delete_event_properties', { ...message, properties: own(['read']) });
  mara.get('tag_thread', { ...thread, tag: 'bike-sale' });
  mara.get('untag_thread', { ...thread, tag: 'bike-sale' });
  stage.clock.pass(1_000);
  ines.get('mark_events_as_seen', { chat_id, seen_up_to: new Date(stage.clock.now()).toISOString() });

  askV30(stage, 'grant_access', { resource: 'chat', id: chat_id, access: { type: 'group', id: 7 } });
  askV30(stage, 'revoke_access', { resource: 'chat', id: chat_id, access: { type: 'group', id: 7 } });
  control(stage, 'edit-event', { ...message, text: 'Is it there in 56 cm?' });
  const card = mara.get('send_event', { chat_id, event: RICH });
  const postback = { id: 'reserve_54', toggled: true };
  ines.get('send_rich_message_postback', { ...thread, event_id: card.event_id, postback });
  mara.get('transfer_chat', { id: chat_id, target: { type: 'agent', ids: ['theo@harbour.example'] } });
  theo.get('add_user_to_chat', { chat_id, user_id: 'mara@harbour.example', user_type: 'agent', visibility: 'all' });
  theo.get('transfer_chat', { id: chat_id, target: { type: 'group', ids: [3] }, ignore_agents_availability: true });
  const again = ines.get('send_event', { chat_id, event });
  ines.get('delete_event', { ...thread, event_id: again.event_id });
  theo.get('set_routing_status', { status: 'not_accepting_chats' });
  ines.get('deactivate_chat', { id: chat_id });
  webCallers(stage).agent()('request_thread_summary', thread);
  stage.clock.pass(60_000);
}
