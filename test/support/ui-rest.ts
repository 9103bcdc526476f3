import { type Signal, signal } from '@preact/signals-core';
import type {
  ChatRules,
  CustomEvent,
  FormAnswers,
  FormAround,
  Greeting,
  GroupId,
  GroupStatus,
  Message,
  Outcome,
  PredictedAgent,
  Preview,
  Properties,
  Rating,
  RichButton,
  SessionRest,
  Thinking,
} from '../../src/domain';
import { splitText } from '../../src/domain/rest/split-text';
import { tellsWriter } from '../../src/domain/rest/tells-writer';
import { fakeStore } from './fake-store';

/** What a session knows and does besides text: facts that a test sets, and wishes that are written down. */
export interface FakeRest extends SessionRest {
  readonly greeting: Signal<Greeting | undefined>;
  readonly welcome: Signal<Message | undefined>;
  readonly isWelcomeAwaited: Signal<boolean>;
  readonly customEvents: Signal<readonly CustomEvent[]>;
  readonly isPageFocused: Signal<boolean>;
  readonly thinking: Signal<readonly Thinking[]>;
  readonly previews: Signal<readonly Preview[]>;
  readonly rating: Signal<Rating>;
  readonly chatProperties: Signal<Properties>;
  readonly transcriptEmail: Signal<string | undefined>;
  readonly formAround: Signal<FormAround | undefined>;
  readonly isHeld: Signal<boolean>;
  readonly isAtRisk: Signal<boolean>;
  readonly isRushed: Signal<boolean>;
  readonly rules: Signal<ChatRules>;
  readonly isUnanswered: Signal<boolean>;
  readonly groupStatuses: Signal<ReadonlyMap<GroupId, GroupStatus>>;
  /** Who would answer a new chat. */
  readonly predicted: Signal<PredictedAgent | undefined>;
  /** What the next wishes come to. */
  readonly outcome: Signal<Outcome>;
  /** The last answers to a form. */
  readonly filled: Signal<FormAnswers | undefined>;
  /** Says how far the upload has come. */
  readonly progress: Signal<((part: number) => void) | undefined>;
}

const NO_RULES: ChatRules = {
  masksCards: false,
  asksAfterGreeting: true,
  hidesGreetingsOffline: false,
  skipsKnownForm: false,
  peeks: true,
  tellsOfPeeks: false,
  locked: [],
  identityOrigins: [],
};

export function fakeRest(wishes: string[]): FakeRest {
  const outcome = signal<Outcome>('done');
  const filled = signal<FormAnswers | undefined>(undefined);
  const progress = signal<((part: number) => void) | undefined>(undefined);
  const greeting = signal<Greeting | undefined>(undefined);
  const rating = signal<Rating>({});
  const transcriptEmail = signal<string | undefined>(undefined);
  const isMuted = signal(false);
  const predicted = signal<PredictedAgent | undefined>(undefined);
  const drafts = new Map<string, unknown>();
  const chatProperties = signal<Properties>(new Map());

  function wish(text: string): Promise<Outcome> {
    wishes.push(text);
    return Promise.resolve(outcome.peek());
  }

  const name = (button: RichButton) => `${button.text} (${button.type ?? 'toggle'})`;
  const rules = signal<ChatRules>(NO_RULES);
  const isRushed = signal(false);
  return {
    greeting,
    welcome: signal<Message | undefined>(undefined),
    isWelcomeAwaited: signal(false),
    isPageFocused: signal(true),
    predicted,
    predictAgent: () => Promise.resolve(predicted.peek()),
    thinking: signal<readonly Thinking[]>([]),
    previews: signal<readonly Preview[]>([]),
    chatProperties,
    threadProperties: signal<Properties>(new Map()),
    rating,
    transcriptEmail,
    serviceOrigin: 'https://service.test',
    account: { licenseId: '1520', groupId: 0 as GroupId },
    memory: fakeStore(),
    isMuted,
    mute(wanted) {
      isMuted.value = wanted;
    },
    outcome,
    filled,
    progress,
    rate(score, comment) {
      if (outcome.peek() === 'done') rating.value = score ? { score, comment } : {};
      return wish(['rate', score ?? 'none', comment].filter(Boolean).join(' '));
    },
    requestTranscript(email) {
      if (outcome.peek() === 'done') transcriptEmail.value = email;
      return wish(`transcript ${email ?? 'none'}`);
    },
    press: (event, button, goods) =>
      wish(`press ${event.id} ${name(button)}${goods ? ` with ${goods.productId} ${goods.optionId ?? ''}` : ''}`),
    sendPostback: (event, { id }, isToggled) => wish(`postback ${event.id} ${id} ${isToggled}`),
    sendSystemMessage: (type, text, recipients) => wish(`system ${type} ${recipients} ${text}`),
    pressGreeting(_, button) {
      if (button.type === 'cancel') greeting.value = undefined;
      return wish(`press greeting ${name(button)}`);
    },
    acceptGreeting: ({ uniqueId }) => wish(`accept ${uniqueId}`),
    cancelGreeting({ uniqueId }) {
      greeting.value = undefined;
      return wish(`cancel ${uniqueId}`);
    },
    fillForm(form, formType, answers) {
      filled.value = answers;
      return wish(`fill ${form.id ?? ''} ${formType ?? ''}`.trim());
    },
    sendFile(file, onProgress) {
      progress.value = onProgress;
      return wish(`file ${file.name}`);
    },
    keepFiles() {},
    leftFiles: signal([]),
    formAround: signal<FormAround | undefined>(undefined),
    isHeld: signal(false),
    isAtRisk: signal(false),
    isRushed,
    tellsWriter: tellsWriter(rules, isRushed),
    partsOf: splitText,
    groupStatuses: signal<ReadonlyMap<GroupId, GroupStatus>>(new Map()),
    formDrafts: {
      read: (draft) => drafts.get(draft),
      write: (draft, answers) => drafts.set(draft, answers),
      remove: (draft) => drafts.delete(draft),
    },
    fillFormAround({ kind }, answers) {
      filled.value = answers;
      return wish(`fill ${kind}`);
    },
    putOffForm: () => wishes.push('putOffForm'),
    chooseGroup: (id) => wishes.push(`chooseGroup ${id ?? 'none'}`),
    leaveMessage: () => wishes.push('leaveMessage'),
    watchGroups(ids) {
      wishes.push(`watch ${ids.join(' ')}`);
      return () => wishes.push('unwatch');
    },
    followUpByEmail(email) {
      if (outcome.peek() === 'done') {
        chatProperties.value = new Map([['routing', new Map([['email_follow_up', true]])]]);
      }
      return wish(`followUp ${email}`);
    },
    updateCustomer: () => wish('updateCustomer'),
    onMulticast: () => () => {},
    customEvents: signal<readonly CustomEvent[]>([]),
    onCustomEvent: () => () => {},
    onDeed: () => () => {},
    rules,
    isUnanswered: signal(false),
  };
}
