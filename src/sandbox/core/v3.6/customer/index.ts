import { customerHears } from '../../audience';
import { guarded } from '../../guarded';
import type { Action, Side } from '../../side';
import type { CustomerViewer } from '../../viewer';
import { writeCustomerPush } from '../customer-pushes';
import { getForm, getPredictedAgent, getUrlInfo, listGroupStatuses, requestWelcomeMessage } from './availability';
import { deactivateChat, resumeChat, startChat } from './chats';
import { deleteEvent, markEventsAsSeen, sendEvent, sendSneakPeek } from './events';
import { acceptGreetingAction, cancelGreetingAction, greetingButtonClicked } from './greetings';
import { ownPropertyActions } from './own-properties';
import { sendRichMessagePostback } from './postback';
import { getCustomer, setSessionFields, updateCustomer, updateCustomerPage } from './profile';
import { getChat, listChats, listThreads } from './reading';
import { login } from './session';

const all: readonly (readonly [string, Action<CustomerViewer>])[] = [
  ['list_chats', listChats],
  ['list_threads', listThreads],
  ['get_chat', getChat],
  ['start_chat', startChat],
  ['resume_chat', resumeChat],
  ['deactivate_chat', deactivateChat],
  ['send_event', sendEvent],
  ['delete_event', deleteEvent],
  ['send_sneak_peek', sendSneakPeek],
  ['mark_events_as_seen', markEventsAsSeen],
  ['update_customer', updateCustomer],
  ['set_customer_session_fields', setSessionFields],
  ['get_customer', getCustomer],
  ['update_customer_page', updateCustomerPage],
  ['list_group_statuses', listGroupStatuses],
  ['get_form', getForm],
  ['get_predicted_agent', getPredictedAgent],
  ['request_welcome_message', requestWelcomeMessage],
  ['get_url_info', getUrlInfo],
  ['send_rich_message_postback', sendRichMessagePostback],
  ['accept_greeting', acceptGreetingAction],
  ['cancel_greeting', cancelGreetingAction],
  ['send_greeting_button_clicked', greetingButtonClicked],
  ...ownPropertyActions,
];

/** A Map, not an object: the name comes from the wire. */
const actions = new Map(all.map(([name, action]) => [name, guarded(name, action)]));

export const customerSide: Side<CustomerViewer> = {
  kind: 'customer',
  version: '3.6',
  namesVersions: true,
  account: 'organization',
  login,
  actions,
  goodbye: 'customer_disconnected',
  closeCode: 1000,
  sayField: ({ path, reason }) => `Wrong format of request: \`${path}\` ${reason}`,
  sayUnknown: () => 'Unknown action',
  hears: customerHears,
  write: writeCustomerPush,
  left: (world, { customerId }) => world.visits.leave(customerId),
};
