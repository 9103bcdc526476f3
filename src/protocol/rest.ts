import { placesOf36 } from './dialects/v3.6';
import { createRest } from './rest/create-rest';
import { sharedActions, sharedPushes } from './rest/names';
import { timeOfRank } from './time';

/** Customer Chat API v3.6, besides reading and sending text. */
export const rest36 = /* @__PURE__ */ createRest({
  places: placesOf36,
  mostButtons: 13,
  actions: {
    ...sharedActions,
    getChat: 'get_chat',
    getCustomer: 'get_customer',
    setSessionFields: 'set_customer_session_fields',
    listGroupStatuses: 'list_group_statuses',
    requestWelcome: 'request_welcome_message',
    getUrlInfo: 'get_url_info',
    deleteEvent: 'delete_event',
    updateThreadProperties: 'update_thread_properties',
    deleteThreadProperties: 'delete_thread_properties',
    acceptGreeting: 'accept_greeting',
    cancelGreeting: 'cancel_greeting',
    pressGreetingButton: 'send_greeting_button_clicked',
    upload: 'upload_file',
    verifyEmail: 'request_email_verification',
  },
  pushes: {
    ...sharedPushes,
    event_deleted: 'eventDeleted',
    thread_properties_updated: 'propertiesUpdated',
    thread_properties_deleted: 'propertiesDeleted',
    incoming_event_preview: 'eventPreview',
    incoming_thinking_indicator: 'thinking',
    incoming_greeting: 'greeting',
    greeting_accepted: 'greetingAccepted',
    greeting_canceled: 'greetingCanceled',
    incoming_welcome_message: 'welcome',
  },
  write: {
    sessionFields: (fields) => ({ session_fields: [...fields].map(([name, value]) => ({ [name]: value })) }),
    chatOfProperties: (id) => ({ id }),
    groups: (ids) => ({ group_ids: ids }),
    seenUpTo: ({ rank }) => ({ seen_up_to: timeOfRank(rank) }),
  },
});
