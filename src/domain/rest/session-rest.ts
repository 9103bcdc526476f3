import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core';
import type { GatewayRest, LinkInfo } from '../gateway-rest';
import type { Gateway, Outcome, Ports } from '../ports';
import type { PropertyPlace, RestUpdate } from '../rest-updates';
import type { SessionCore } from '../session';
import type { PredictedAgent, Preview, SessionRest, Thinking } from '../session-rest';
import type { ChatId, Form, GreetingContent, Postback, Properties, PropertyNames } from '../types';
import type { Update } from '../updates';
import { applyRest, changeProperties, endAll, type RestModels } from './apply-rest';
import { askForStatuses } from './availability';
import { applyPostback } from './buttons';
import { changeEvent } from './change-logs';
import { deliver } from './deliver';
import { meaningsOf } from './fill-form';
import { createGreetings } from './greetings';
import { createListeners } from './listeners';
import { createPassing } from './passing';
import { deleteProperties, mergeProperties, noProperties, propertiesOf, propertyOf } from './properties';
import { createSneakPeek } from './sneak-peek';
import { createTyping } from './typing';
import { createUnread } from './unread';

// The service takes no larger one.
const MOST_BYTES = 10 * 1024 * 1024;

/** What the rest of the session is for besides what the window sees. */
export interface WholeSessionRest extends SessionRest {
  /** Who would answer, and what is said before anything was asked; v3.6 tells it on request. */
  readonly welcome: ReadonlySignal<GreetingContent | undefined>;
  /** Where the visitor is, as the service has it. */
  readonly page: ReadonlySignal<{ readonly url: string; readonly title?: string | undefined } | undefined>;
  requestWelcome(): Promise<PredictedAgent | undefined>;
  predictAgent(): Promise<PredictedAgent | undefined>;
  readForm(type: 'prechat' | 'postchat' | 'ticket'): Promise<Form | undefined>;
  readLink(url: string): Promise<LinkInfo>;
  deleteEvent(event: Parameters<SessionRest['press']>[0]): Promise<Outcome>;
  /** What the gateway hears, after the core has heard it. */
  hear(update: Update | RestUpdate): void;
  dispose(): void;
}

interface Parts extends Pick<Ports, 'clock' | 'newCustomId' | 'groupId' | 'diagnostics'> {
  readonly gateway: GatewayRest & Pick<Gateway, 'retryNow' | 'sneakPeek' | 'markSeen'>;
  readonly isPageVisible: ReadonlySignal<boolean>;
}

export function createSessionRest(core: SessionCore, parts: Parts): WholeSessionRest {
  const { gateway, clock, groupId } = parts;
  const { chat, timeline, users, outbox, isOnline } = core;
  const welcome = signal<GreetingContent | undefined>(undefined);
  const page = signal<{ url: string; title?: string | undefined } | undefined>(undefined);
  const greetings = createGreetings(core, gateway);
  const multicasts = createListeners<[content: unknown, kind: string | undefined]>(parts.diagnostics);
  const customEvents = createListeners<[{ chatId: ChatId; content: unknown }]>(parts.diagnostics);
  const models: RestModels = {
    core,
    greetings,
    welcome,
    page,
    thinking: createPassing<Thinking>(clock),
    previews: createPassing<Preview>(clock),
    typing: createTyping(clock, core.typing),
    unread: createUnread(core, gateway, clock),
    tellMulticast: (content, kind) => multicasts.tell(content, kind),
    tellCustomEvent: (event) => customEvents.tell(event),
  };

  const chatProperties = computed(() => chat.known.value?.properties ?? noProperties);
  const newestThread = computed(() => {
    const { threads } = timeline.logs.value;
    return threads.find(({ id }) => id === chat.threadId.value) ?? threads.at(-1);
  });
  const threadProperties = computed(() => newestThread.value?.properties ?? noProperties);

  const stopForgetting = effect(() => {
    if (!isOnline.value) untracked(() => endAll(models));
  });
  const stopPeeking = createSneakPeek(core, gateway, clock);
  const stopAsking = gateway.hasToAskForStatuses
    ? askForStatuses(core, gateway, clock, groupId, parts.isPageVisible)
    : undefined;

  /** Said here as soon as the service agrees; its push says the same again. */
  async function change(
    at: PropertyPlace,
    asked: Promise<Outcome>,
    how: (known: Properties | undefined) => Properties,
  ): Promise<Outcome> {
    const outcome = await asked;
    if (outcome === 'done') batch(() => changeProperties(models, at, how));
    return outcome;
  }
  const update = (at: PropertyPlace, told: Properties) =>
    change(at, gateway.updateProperties(at, told), (known) => mergeProperties(known, told));
  const remove = (at: PropertyPlace, names: PropertyNames) =>
    change(at, gateway.deleteProperties(at, names), (known) => deleteProperties(known, names));

  /** Ratings and wishes are properties of the newest thread. */
  async function onThread(act: (at: PropertyPlace) => Promise<Outcome>): Promise<Outcome> {
    const [chatId, threadId] = [chat.id.peek(), newestThread.peek()?.id];
    return chatId && threadId ? act({ chatId, threadId }) : 'refused';
  }

  const rate: SessionRest['rate'] = (score, comment) =>
    onThread((at) =>
      score
        ? update(at, propertiesOf('rating', { score: score === 'good' ? 1 : 0, comment: comment || undefined }))
        : remove(at, new Map([['rating', ['score', 'comment']]])),
    );

  function say(text: string, postback?: Postback): void {
    outbox.add(text, postback);
    gateway.retryNow();
  }

  return {
    greeting: greetings.greeting,
    thinking: models.thinking.list,
    previews: models.previews.list,
    chatProperties,
    threadProperties,
    rating: computed(() => {
      // Some rate the chat as a whole; what was said of its newest thread is nearer.
      const rated = threadProperties.value.has('rating') ? threadProperties.value : chatProperties.value;
      const score = propertyOf(rated, 'rating', 'score');
      const comment = propertyOf(rated, 'rating', 'comment');
      return {
        score: score === 1 ? 'good' : score === 0 ? 'bad' : undefined,
        comment: typeof comment === 'string' ? comment : undefined,
      };
    }),
    transcriptEmail: computed(() => {
      const email = propertyOf(threadProperties.value, 'routing', 'transcript_email');
      return typeof email === 'string' && email ? email : undefined;
    }),
    welcome,
    page,

    rate,
    requestTranscript: (email) =>
      onThread((at) =>
        email
          ? update(at, propertiesOf('routing', { transcript_email: email }))
          : remove(at, new Map([['routing', ['transcript_email']]])),
      ),

    async press({ id: eventId, threadId }, { postbackId, userIds, type, value, text }) {
      const [chatId, me] = [chat.id.peek(), users.me.peek()?.id];
      if (!chatId || !me) return 'refused';
      // Only a plain button can be taken back.
      const isToggled = type !== undefined || !userIds.includes(me);
      if (type === 'message') say(text, { id: postbackId, threadId, eventId, type, value: value ?? text });
      const outcome = await gateway.sendPostback(
        { chatId, threadId, eventId },
        { id: postbackId, type, value },
        isToggled,
      );
      if (outcome === 'done') {
        timeline.logs.value = changeEvent(timeline.logs.peek(), eventId, (event) =>
          applyPostback(event, postbackId, me, isToggled),
        );
      }
      return outcome;
    },
    async pressGreeting(greeting, { buttonId, type, text }) {
      if (type === 'message') say(text);
      const outcome = buttonId ? await gateway.pressGreetingButton(greeting.uniqueId, buttonId) : 'done';
      return type === 'cancel' ? greetings.cancel(greeting) : outcome;
    },
    acceptGreeting: (greeting) => greetings.accept(greeting),
    cancelGreeting: (greeting) => greetings.cancel(greeting),

    async fillForm(form, formType, answers) {
      const { name, email, groupId: chosen, rating } = meaningsOf(form, answers);
      const isAfterwards = formType === 'postchat';
      const outcome = await deliver({ ...core, ...parts }, (to, customId) =>
        gateway.sendEvent(
          to,
          { kind: 'filled-form', customId, form, formType, answers },
          { groupId: chosen, isAfterwards },
        ),
      );
      if (outcome !== 'done') return outcome;
      if (name || email) void gateway.updateCustomer({ name, email });
      if (rating) void rate(rating.score, rating.comment);
      return outcome;
    },

    sendFile(file, onProgress) {
      if (file.size > MOST_BYTES) return Promise.resolve('refused');
      return deliver({ ...core, ...parts }, (to, customId) => gateway.sendFile(to, file, customId, onProgress));
    },

    updateCustomer: (changes) => gateway.updateCustomer(changes),
    onMulticast: (listener) => multicasts.on(listener),
    onCustomEvent: (listener) => customEvents.on(listener),

    async requestWelcome() {
      const asked = await gateway.requestWelcome(groupId).catch(() => undefined);
      return asked?.agent;
    },
    predictAgent: () => gateway.predictAgent(groupId).catch(() => undefined),
    readForm: (type) => gateway.readForm(groupId, type),
    readLink: (url) => gateway.readLink(url),
    async deleteEvent({ id: eventId, threadId }) {
      const chatId = chat.id.peek();
      return chatId ? gateway.deleteEvent({ chatId, threadId, eventId }) : 'refused';
    },

    hear: (told) => batch(() => applyRest(models, told)),
    dispose() {
      stopForgetting();
      stopPeeking();
      models.unread.dispose();
      stopAsking?.();
      endAll(models);
    },
  };
}
