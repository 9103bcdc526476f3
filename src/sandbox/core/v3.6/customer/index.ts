import { customerHears } from '../../audience';
import type { Action, Side } from '../../side';
import type { CustomerViewer } from '../../viewer';
import { writeCustomerPush } from '../customer-pushes';
import { propertyActions } from '../property-actions';
import { getForm, getPredictedAgent, listGroupStatuses } from './availability';
import { deactivateChat, ownChat, resumeChat, startChat } from './chats';
import { deleteEvent, markEventsAsSeen, sendEvent, sendSneakPeek } from './events';
import { getCustomer, setSessionFields, updateCustomer, updateCustomerPage } from './profile';
import { tellRating } from './rating';
import { getChat, listChats, listThreads } from './reading';
import { login } from './session';

/** A Map, not an object: the name comes from the wire. */
const actions = new Map<string, Action<CustomerViewer>>([
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
  ...propertyActions<CustomerViewer>(ownChat, tellRating),
]);

export const customerSide: Side<CustomerViewer> = {
  kind: 'customer',
  version: '3.6',
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
