import type {
  ChatAtHand,
  CustomId,
  EventPlace,
  GatewayRest,
  GroupId,
  OutgoingEvent,
  PropertyPlace,
  SendOutcome,
  UploadMemory,
} from '../../domain';
import type { Json, ProtocolRest, RestAsk } from '../../protocol';
import type { Http, UploadWatch } from '../http';
import { outcomeOf, sendOutcomeOf } from '../outcome';
import { withFields, writeFilledForm } from './filled-form';
import type { SendEvent, Speaker } from './verbs';

/** What is wanted of an upload, and what is remembered of it. */
export type FileWatch = UploadWatch & { readonly memory?: UploadMemory | undefined };

export interface RestVerbsParts {
  readonly speaker: Speaker;
  readonly protocol: ProtocolRest;
  readonly http: Http;
  readonly sendEvent: SendEvent;
  /** The dialect's own way with files. Never rejects. */
  readonly sendFile: (
    chat: ChatAtHand,
    file: Blob,
    name: string,
    customId: CustomId,
    watch: FileWatch,
  ) => Promise<SendOutcome>;
  readonly hasToAskForStatuses: boolean;
  /** Requests over HTTP have a wrapper in old dialects. */
  readonly wrap: (payload: Json) => Json;
}

/** What a visitor does besides reading and sending text: one request each, by the names of the dialect. */
export function createRestVerbs(parts: RestVerbsParts): GatewayRest {
  const { speaker, http, sendEvent } = parts;
  const { actions, answers, write } = parts.protocol;

  /** What a dialect has no name for, it does not do. */
  async function ask(action: RestAsk, payload: Json): Promise<Json | undefined> {
    const name = actions[action];
    return name === undefined ? undefined : (await speaker.ask(name as `${string}_${string}`, payload)).payload;
  }
  const wish = (action: RestAsk, payload: Json) => outcomeOf(ask(action, payload));
  async function read<T>(action: RestAsk, payload: Json, readAnswer: (answer: Json) => T): Promise<T | undefined> {
    const answer = await ask(action, payload);
    return answer && readAnswer(answer);
  }
  async function post(action: RestAsk, payload: Json): Promise<void> {
    const name = actions[action];
    if (name !== undefined) await http.post(name, parts.wrap(payload));
  }

  const idsOf = ({ chatId, threadId, eventId }: PropertyPlace): Json =>
    threadId
      ? { chat_id: chatId, thread_id: threadId, ...(eventId && { event_id: eventId }) }
      : write.chatOfProperties(chatId);
  const propertiesAction = (verb: 'update' | 'delete', { threadId, eventId }: PropertyPlace): RestAsk =>
    `${verb}${eventId ? 'Event' : threadId ? 'Thread' : 'Chat'}Properties`;

  return {
    sendEvent(chat, event, { groupId, isAfterwards, isOffline } = {}) {
      const said = eventOf(event);
      const sent =
        chat && isAfterwards
          ? speaker
              .ask('sendEvent', { chat_id: chat.id, event: said, attach_to_last_thread: true })
              .then((): SendOutcome => ({ outcome: 'accepted', chatId: chat.id, eventId: undefined }), sendOutcomeOf)
          : sendEvent(chat, said, openingOf(said, groupId, isOffline));
      return event.kind === 'filled-form' ? sent.then((outcome) => withFields(outcome, event)) : sent;
    },
    sendFile: (chat, file, customId, onProgress, cancel, memory) =>
      parts.sendFile(chat, file as unknown as Blob, file.name, customId, { onProgress, cancel, memory }),
    deleteEvent: (at) => wish('deleteEvent', idsOf(at)),
    sendPostback: (at: EventPlace, { id, type, value, goods }, isToggled) =>
      wish('sendPostback', {
        ...idsOf(at),
        postback: {
          id,
          toggled: isToggled,
          ...(type && { button_type: type, button_value: value }),
          ...(goods && {
            ecommerce: { product_id: goods.productId, option_id: goods.optionId, quantity: goods.quantity },
          }),
        },
      }),

    updateProperties: (at, properties) =>
      wish(propertiesAction('update', at), {
        ...idsOf(at),
        properties: objectOf(properties, (values) => objectOf(values, (value) => value)),
      }),
    deleteProperties: (at, names) =>
      wish(propertiesAction('delete', at), { ...idsOf(at), properties: objectOf(names, (list) => list) }),

    updateCustomer: ({ name, email, sessionFields }) =>
      wish('updateCustomer', { name, email, ...(sessionFields && write.sessionFields(sessionFields)) }),
    setSessionFields: (fields) => wish('setSessionFields', write.sessionFields(fields)),
    readCustomer: () => read('getCustomer', {}, answers.readCustomer),

    async readGroupStatuses(groupIds) {
      return (await read('listGroupStatuses', write.groups(groupIds), answers.readGroupStatuses)) ?? new Map();
    },
    hasToAskForStatuses: parts.hasToAskForStatuses,
    readForm: (groupId, type) => read('getForm', { group_id: groupId, type }, answers.readForm),
    predictAgent: (groupId) => read('predictAgent', { group_id: groupId }, answers.readPredictedAgent),
    requestWelcome: (groupId) =>
      read('requestWelcome', { group_id: groupId }, answers.readWelcomeRequest).catch((error: unknown) => {
        if (sendOutcomeOf(error).outcome === 'refused') return 'refused' as const;
        throw error;
      }),
    async readLink(url) {
      return (await read('getUrlInfo', { url }, answers.readLink)) ?? { url };
    },

    acceptGreeting: (id, uniqueId) => wish('acceptGreeting', { greeting_id: id, unique_id: uniqueId }),
    cancelGreeting: (uniqueId) => wish('cancelGreeting', { unique_id: uniqueId }),
    pressGreetingButton: (uniqueId, buttonId) =>
      wish('pressGreetingButton', { greeting_unique_id: uniqueId, button_id: buttonId }),

    checkGoals(pageUrl, groupId, fields) {
      const written = write.sessionFields(fields);
      // Only here the old dialect calls them so.
      const named = 'fields' in written ? { customer_fields: written['fields'] } : written;
      return outcomeOf(post('checkGoals', { page_url: pageUrl, group_id: groupId, ...named }));
    },
    verifyEmail: (callbackUrl) => outcomeOf(post('verifyEmail', { callback_uri: callbackUrl })),
  };
}

/** What is said of a chat that this begins. */
function openingOf(event: Json, groupId: GroupId | undefined, isOffline = false): Json | undefined {
  if (groupId === undefined && !isOffline) return undefined;
  return {
    ...(groupId !== undefined && { access: { group_ids: [groupId] } }),
    ...(isOffline && {
      properties: { routing: { email_follow_up: true } },
      thread: { events: [event], properties: { routing: { offline_message: true } } },
    }),
  };
}

function eventOf(event: OutgoingEvent): Json {
  if (event.kind === 'filled-form') return writeFilledForm(event);
  if (event.kind === 'system') {
    const { type, text, recipients } = event;
    return { type: 'system_message', system_message_type: type, text, recipients };
  }
  return { type: 'custom', custom_id: event.customId, recipients: 'all', content: event.content };
}

function objectOf<T>(map: ReadonlyMap<string, T>, write: (value: T) => unknown): Json {
  return Object.fromEntries([...map].map(([name, value]) => [name, write(value)]));
}
