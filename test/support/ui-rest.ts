import { type Signal, signal } from '@preact/signals-core';
import type {
  FormAnswers,
  Greeting,
  Outcome,
  Preview,
  Properties,
  Rating,
  RichButton,
  SessionRest,
  Thinking,
} from '../../src/domain';

/** What a session knows and does besides text: facts that a test sets, and wishes that are written down. */
export interface FakeRest extends SessionRest {
  readonly greeting: Signal<Greeting | undefined>;
  readonly thinking: Signal<readonly Thinking[]>;
  readonly previews: Signal<readonly Preview[]>;
  readonly rating: Signal<Rating>;
  readonly transcriptEmail: Signal<string | undefined>;
  /** What the next wishes come to. */
  readonly outcome: Signal<Outcome>;
  /** The last answers to a form. */
  readonly filled: Signal<FormAnswers | undefined>;
  /** Says how far the upload has come. */
  readonly progress: Signal<((part: number) => void) | undefined>;
}

export function fakeRest(wishes: string[]): FakeRest {
  const outcome = signal<Outcome>('done');
  const filled = signal<FormAnswers | undefined>(undefined);
  const progress = signal<((part: number) => void) | undefined>(undefined);
  const greeting = signal<Greeting | undefined>(undefined);
  const rating = signal<Rating>({});
  const transcriptEmail = signal<string | undefined>(undefined);

  function wish(text: string): Promise<Outcome> {
    wishes.push(text);
    return Promise.resolve(outcome.peek());
  }

  const name = (button: RichButton) => `${button.text} (${button.type ?? 'toggle'})`;
  return {
    greeting,
    thinking: signal<readonly Thinking[]>([]),
    previews: signal<readonly Preview[]>([]),
    chatProperties: signal<Properties>(new Map()),
    threadProperties: signal<Properties>(new Map()),
    rating,
    transcriptEmail,
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
    press: (event, button) => wish(`press ${event.id} ${name(button)}`),
    pressGreeting: (_, button) => wish(`press greeting ${name(button)}`),
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
    updateCustomer: () => wish('updateCustomer'),
    onMulticast: () => () => {},
    onCustomEvent: () => () => {},
  };
}
