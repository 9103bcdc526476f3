import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core';
import type { GatewayRest, LinkInfo } from '../gateway-rest';
import type { Gateway, Outcome, Ports } from '../ports';
import type { RestUpdate } from '../rest-updates';
import type { SessionCore } from '../session';
import type { FormAround, Preview, SessionRest, Thinking } from '../session-rest';
import type { ChatId, Form, Postback } from '../types';
import type { Update } from '../updates';
import { applyRest, changeProperties, endAll, type RestModels } from './apply-rest';
import { createAtRisk } from './at-risk';
import { createStatuses } from './availability';
import type { Deed } from './deeds';
import { deliver } from './deliver';
import { createEarly } from './early';
import { expireUnsent } from './expire';
import { createFilling } from './fill';
import { createFollowUp } from './follow-up';
import { createFormDrafts } from './form-drafts';
import { createFormsAround } from './forms-around';
import { createGreetings } from './greetings';
import { holdNumbers } from './hold-numbers';
import { instructOutbox } from './instruct-outbox';
import { createKeptFiles, type FileShelf } from './kept-files';
import { createListeners } from './listeners';
import { maskCards } from './mask-cards';
import { createMuting } from './muting';
import { createPassing } from './passing';
import { patientGateway } from './patient-gateway';
import { createPostbacks } from './postbacks';
import { createQuickList } from './quick-list';
import { mergeQuickly } from './quick-merge';
import { createRules } from './rules';
import { createRush } from './rush';
import { shareDraft } from './shared-draft';
import { createSneakPeek } from './sneak-peek';
import { createSuspicion } from './suspicion';
import { tellsWriter } from './tells-writer';
import { createThreadWishes } from './thread-wishes';
import { trustHistory } from './trust-history';
import { createTyping } from './typing';
import { createUnanswered } from './unanswered';
import { createUnread } from './unread';
import { createWelcoming } from './welcoming';
import { createWishes } from './wishes';

// The service takes no larger one.
const MOST_BYTES = 10 * 1024 * 1024;

/** What the rest of the session is for besides what the window sees. */
export interface WholeSessionRest extends SessionRest {
  /** Of the welcome that the chat begins with, if it begins now. */
  readonly welcomeId: () => string | undefined;
  /** Where the visitor is, as the service has it. */
  readonly page: ReadonlySignal<{ readonly url: string; readonly title?: string | undefined } | undefined>;
  /** A greeting waits for the visitor to be about to leave the page. */
  readonly awaitsLeaving: ReadonlySignal<boolean>;
  visitorLeaves(): void;
  setRules: ReturnType<typeof createRules>['set'];
  /** Another tab has kept something. */
  lookAgain(): void;
  readForm(type: 'prechat' | 'postchat' | 'ticket'): Promise<Form | undefined>;
  readLink(url: string): Promise<LinkInfo>;
  deleteEvent(event: Parameters<SessionRest['press']>[0]): Promise<Outcome>;
  /** What the gateway hears, after the core has heard it. */
  hear(update: Update | RestUpdate): void;
  dispose(): void;
}

interface Parts extends Pick<Ports, 'clock' | 'store' | 'newCustomId' | 'groupId' | 'diagnostics'> {
  readonly gateway: GatewayRest & Pick<Gateway, 'line' | 'retryNow' | 'sneakPeek' | 'markSeen'>;
  readonly isPageVisible: ReadonlySignal<boolean>;
  /** The visitor is at the browser window. Absent: whoever has it in view is. */
  readonly isPageFocused?: ReadonlySignal<boolean> | undefined;
  readonly serviceOrigin: string;
  readonly licenseId?: string | undefined;
  readonly transferIdentity?: SessionRest['transferIdentity'];
  readonly eraseCustomer?: SessionRest['eraseCustomer'];
  readonly prepareWindow?: SessionRest['prepareWindow'];
  /** Absent: no file outlives the page. */
  readonly shelf?: FileShelf | undefined;
}

export function createSessionRest(core: SessionCore, given: Parts): WholeSessionRest {
  const wishes = createWishes(core, given.clock);
  const parts = { ...given, gateway: patientGateway(given.gateway, wishes) };
  const { gateway, clock, groupId } = parts;
  const { chat, timeline, users, outbox, isOnline, sync } = core;
  const page = signal<{ url: string; title?: string | undefined } | undefined>(undefined);
  const deeds = createListeners<[Deed]>(parts.diagnostics);
  const rulebook = createRules();
  const { rules } = rulebook;
  const told = (text: string) => (rules.peek().masksCards ? maskCards(text) : text);
  const greetings = createGreetings(core, gateway, { ...parts, rules }, (deed) => deeds.tell(deed));
  const muting = createMuting(parts.store);
  const draft = shareDraft(core, parts.store);
  const multicasts = createListeners<[content: unknown, kind: string | undefined]>(parts.diagnostics);
  const customEvents = createListeners<[{ chatId: ChatId; content: unknown }]>(parts.diagnostics);
  const files = createKeptFiles(core, { clock, newCustomId: given.newCustomId, shelf: given.shelf });
  timeline.list = createQuickList(timeline.list);
  timeline.merge = mergeQuickly;
  // Where nobody looks nothing is held up, and a hidden page's timers are slow.
  sync.pause = async () => {
    if (parts.isPageVisible.peek()) await new Promise<void>((goOn) => clock.after(0, goOn));
  };
  const isGreeted = computed(() => greetings.greeting.value !== undefined);
  const welcoming = createWelcoming(core, { ...parts, isGreeted });
  const isPageFocused = given.isPageFocused ?? signal(true);
  const isWatched = computed(() => core.attention.isWatching.value && isPageFocused.value);
  const models: RestModels = {
    core,
    greetings,
    welcoming,
    page,
    thinking: createPassing<Thinking>(clock),
    previews: createPassing<Preview>(clock),
    typing: createTyping(clock, core.typing),
    unread: createUnread(core, gateway, clock, isWatched),
    early: createEarly(timeline, clock),
    suspicion: createSuspicion(core, clock, parts.diagnostics),
    tellMulticast: (content, kind) => multicasts.tell(content, kind),
    tellCustomEvent: (event) => customEvents.tell(event),
  };

  const stopForgetting = effect(() => {
    if (!isOnline.value) untracked(() => endAll(models));
  });
  const stopPeeking = createSneakPeek(core, gateway, clock, rules);
  const stopTrusting = trustHistory(core, clock);
  const statuses = createStatuses(core, gateway, clock, groupId, parts.isPageVisible);
  const around = createFormsAround(core, { ...parts, rules, isGreeted });
  const unanswered = createUnanswered(core, rules, clock);
  const numbers = holdNumbers(outbox, clock, rulebook.isSettled, told);
  const isHeld = computed(() => around.isHeld.value || numbers.isHeld.value);
  const stopHolding = instructOutbox(outbox, isHeld, told);
  const rush = createRush(outbox, clock);
  const stopExpiring = expireUnsent(outbox, clock);
  const atRisk = createAtRisk(outbox, clock, (reason) => parts.diagnostics.report(reason));

  const { chatProperties, threadProperties, update, rating, rate, transcriptEmail, requestTranscript } =
    createThreadWishes(core, {
      gateway,
      changed: (at, how) => changeProperties(models, at, how),
      told,
      tellDeed: (deed) => deeds.tell(deed),
    });
  const sendPostback = createPostbacks(core, gateway);
  const fill = createFilling(core, { ...parts, rate, requestTranscript, told });
  const followUp = createFollowUp(core, {
    groupId,
    ...unanswered,
    chatProperties,
    update,
    updateCustomer: (changes) => gateway.updateCustomer(changes),
  });

  const tellSubmitted = (form: FormAround['kind']) => deeds.tell({ kind: 'form-submitted', form });

  function say(text: string, postback?: Postback): void {
    outbox.add(text, postback);
    gateway.retryNow();
  }

  return {
    greeting: greetings.greeting,
    awaitsLeaving: greetings.awaitsLeaving,
    visitorLeaves: () => greetings.visitorLeaves(),
    isPageFocused,
    isMuted: muting.isMuted,
    mute: (wanted) => muting.mute(wanted),
    lookAgain() {
      for (const model of [greetings, muting, draft]) model.lookAgain();
    },
    thinking: models.thinking.list,
    previews: models.previews.list,
    chatProperties,
    threadProperties,
    rating,
    transcriptEmail,
    welcome: welcoming.event,
    isWelcomeAwaited: welcoming.isAwaited,
    welcomeId: () => welcoming.id(),
    page,
    serviceOrigin: parts.serviceOrigin,
    account: { licenseId: parts.licenseId, groupId },
    memory: parts.store,
    transferIdentity: parts.transferIdentity,
    eraseCustomer: parts.eraseCustomer,
    isRushed: rush.isRushed,
    tellsWriter: tellsWriter(rules, rush.isRushed),
    prepareWindow: parts.prepareWindow,

    rate,
    requestTranscript,

    async press(event, { postbackId, userIds, type, value, text }, goods) {
      // Said before the chat, it has no place there that could be told.
      if (!event.threadId) {
        if (type === 'message') say(text);
        return 'done';
      }
      const me = users.me.peek()?.id;
      if (!me || !chat.id.peek()) return 'refused';
      const { id: eventId, threadId } = event;
      deeds.tell({ kind: 'button-pressed', eventId, postbackId });
      // Only a plain button can be taken back.
      const isToggled = type !== undefined || !userIds.includes(me);
      if (type === 'message') say(text, { id: postbackId, threadId, eventId, type, value: value ?? text });
      const outcome = await sendPostback(event, { id: postbackId, type, value, goods }, isToggled);
      // What was said is said, also where the postback comes too late for its thread.
      return type === 'message' ? 'done' : outcome;
    },
    sendPostback,
    async sendSystemMessage(type, text, recipients) {
      const id = chat.activeId.peek();
      if (!id) return 'refused';
      const event = { kind: 'system' as const, customId: given.newCustomId(), type, text, recipients };
      const { outcome } = await gateway.sendEvent({ id, isActive: true }, event);
      return outcome === 'accepted' ? 'done' : outcome === 'refused' ? 'refused' : 'failed';
    },
    async pressGreeting(greeting, { buttonId, type, text, postbackId }) {
      deeds.tell({ kind: 'button-pressed', eventId: undefined, postbackId, greeting });
      const told = buttonId
        ? gateway.pressGreetingButton(greeting.uniqueId, buttonId)
        : Promise.resolve('done' as const);
      if (type === 'message') say(text);
      if (type === 'cancel') return greetings.cancel(greeting);
      const outcome = await told;
      return type === 'message' ? 'done' : outcome;
    },
    acceptGreeting: (greeting) => greetings.accept(greeting),
    cancelGreeting: (greeting) => greetings.cancel(greeting),

    async fillForm(form, formType, answers) {
      const outcome = await fill(form, formType, answers);
      if (outcome === 'done' && (formType === 'prechat' || formType === 'postchat')) tellSubmitted(formType);
      return outcome;
    },
    formAround: around.form,
    rules,
    setRules: (said, by) => rulebook.set(said, by),
    isUnanswered: unanswered.isUnanswered,
    isHeld: around.isHeld,
    isAtRisk: atRisk.isAtRisk,
    partsOf: (text) => outbox.partsOf(text.trim()),
    groupStatuses: core.groups,
    formDrafts: createFormDrafts(clock, parts.store, users),
    async fillFormAround(asked, answers) {
      const outcome = await fill(asked.form, asked.kind, answers, asked);
      if (outcome !== 'done') return outcome;
      if (asked.kind === 'postchat') around.finish('answered');
      tellSubmitted(asked.kind);
      return outcome;
    },
    putOffForm: () => around.finish('put-off'),
    chooseGroup: (chosen) => around.chooseGroup(chosen),
    leaveMessage: () => around.leaveMessage(),
    watchGroups: (ids) => statuses.watch(ids),
    followUpByEmail: (email) => followUp.to(email),

    async sendFile(file, onProgress, cancel) {
      if (file.size > MOST_BYTES || file.isGone) return 'refused';
      const delivery = files.deliveryOf(file);
      const outcome = await deliver(
        { ...core, ...parts },
        async (to, customId) => {
          if (!files.isOfMe(file)) return { outcome: 'refused', reason: 'other' };
          await files.begin(file);
          if (cancel?.aborted) return { outcome: 'not-now' };
          return gateway.sendFile(to, file, customId, onProgress, cancel, delivery);
        },
        delivery,
        cancel,
      );
      if (outcome === 'done') files.forget(file);
      return outcome;
    },
    keepFiles: (list) => files.want(list),
    leftFiles: files.left,

    updateCustomer: (changes) => gateway.updateCustomer(changes),
    onMulticast: (listener) => multicasts.on(listener),
    customEvents: computed(() =>
      timeline.logs.value.threads.flatMap(({ events }) => events.filter((event) => event.kind === 'custom')),
    ),
    onCustomEvent: (listener) => customEvents.on(listener),
    onDeed: (listener) => deeds.on(listener),

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
      stopTrusting();
      models.unread.dispose();
      welcoming.dispose();
      models.suspicion.dispose();
      stopHolding();
      numbers.stop();
      stopExpiring();
      rush.stop();
      atRisk.dispose();
      wishes.dispose();
      files.dispose();
      followUp.dispose();
      around.dispose();
      draft.dispose();
      unanswered.dispose();
      statuses.dispose();
      endAll(models);
    },
  };
}
