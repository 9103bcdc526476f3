import type { RestKind } from './pushes';
import type { RestAsk } from './types';

/** Actions that are called alike in v3.0 and v3.6. */
export const sharedActions = {
  updateCustomer: 'update_customer',
  predictAgent: 'get_predicted_agent',
  getForm: 'get_form',
  sendPostback: 'send_rich_message_postback',
  updateChatProperties: 'update_chat_properties',
  deleteChatProperties: 'delete_chat_properties',
  updateEventProperties: 'update_event_properties',
  deleteEventProperties: 'delete_event_properties',
  checkGoals: 'check_goals',
} satisfies Partial<Record<RestAsk, string>>;

/** Pushes that are called alike in v3.0 and v3.6. */
export const sharedPushes = {
  event_updated: 'eventUpdated',
  customer_updated: 'customerUpdated',
  chat_transferred: 'transferred',
  chat_properties_updated: 'propertiesUpdated',
  chat_properties_deleted: 'propertiesDeleted',
  event_properties_updated: 'propertiesUpdated',
  event_properties_deleted: 'propertiesDeleted',
  incoming_rich_message_postback: 'postback',
  incoming_multicast: 'multicast',
  // Withdrawn in v3.2, and still sent by some.
  customer_page_updated: 'pageUpdated',
  customer_side_storage_updated: 'sideStorage',
} satisfies Record<string, RestKind>;
