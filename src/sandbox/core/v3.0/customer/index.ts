import { customerHears } from '../../audience';
import { guarded } from '../../guarded';
import type { Action, Side } from '../../side';
import { customerSide as newest } from '../../v3.6/customer/index';
import type { CustomerViewer } from '../../viewer';
import { writeCustomerPush } from '../customer-pushes';
import { inOwnWords } from '../failures';
import { propertyActions } from '../property-actions';
import { inCustomersReason, PATIENCE_MS } from '../reasons';
import { renamed } from '../renamed';
import { today } from '../today';
import { getForm, getGroupsStatus, getPredictedAgent, getUrlDetails } from './availability';
import { activateChat, startChat } from './chats';
import { sendEvent, updateLastSeen } from './events';
import { setCustomerFields, updateCustomer } from './profile';
import { getChatsSummary, getChatThreads, getChatThreadsSummary } from './reading';
import { sendFile } from './send-file';
import { login } from './session';

const now = newest.actions;

const closeThread: Action<CustomerViewer> = {
  ...renamed(today(now, 'deactivate_chat'), { chat_id: 'id' }),
  // The message that it was closed, then that it is closed: a client waits for the second.
  answer: ['event-added', 'chat-deactivated'],
};

type Named = readonly (readonly [string, Action<CustomerViewer>])[];

const own: Named = [
  ['get_chats_summary', getChatsSummary],
  ['get_chat_threads_summary', getChatThreadsSummary],
  ['get_chat_threads', getChatThreads],
  ['start_chat', startChat],
  ['activate_chat', activateChat],
  ['send_event', sendEvent],
  ['send_file', sendFile],
  ['update_last_seen_timestamp', updateLastSeen],
  ['update_customer', updateCustomer],
  ['set_customer_fields', setCustomerFields],
];

/** Made of today's, which count how often they are asked for themselves. */
const todays: Named = [
  ['get_groups_status', getGroupsStatus],
  ['get_predicted_agent', getPredictedAgent],
  ['get_url_details', getUrlDetails],
  ['get_form', getForm],
  ['close_thread', closeThread],
  ['send_rich_message_postback', today(now, 'send_rich_message_postback')],
  ['send_sneak_peek', today(now, 'send_sneak_peek')],
  ['update_customer_page', { ...today(now, 'update_customer_page'), answer: 'page-viewed' }],
  ...propertyActions(now),
];

const actions = new Map([...own.map(([name, action]) => [name, guarded(name, action)] as const), ...todays]);

export const customerSide: Side<CustomerViewer> = {
  ...newest,
  version: '3.0',
  namesVersions: false,
  account: 'license',
  login,
  actions,
  inOwnWords,
  inOwnReason: inCustomersReason,
  patienceMs: PATIENCE_MS,
  hears: customerHears,
  write: writeCustomerPush,
};
