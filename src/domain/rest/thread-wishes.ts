import { batch, computed } from '@preact/signals-core';
import type { GatewayRest } from '../gateway-rest';
import type { Outcome } from '../ports';
import type { PropertyPlace } from '../rest-updates';
import type { SessionCore } from '../session';
import type { SessionRest } from '../session-rest';
import type { Properties, PropertyNames } from '../types';
import type { Deed } from './deeds';
import { deleteProperties, mergeProperties, noProperties, propertiesOf, propertyOf } from './properties';
import { ratingIn } from './rating';

interface Parts {
  readonly gateway: Pick<GatewayRest, 'updateProperties' | 'deleteProperties'>;
  /** Says here what the service has agreed to. */
  readonly changed: (at: PropertyPlace, how: (known: Properties | undefined) => Properties) => void;
  /** Not all that is typed is for others. */
  readonly told: (text: string) => string;
  readonly tellDeed: (deed: Deed) => void;
}

/** Ratings and the wish for a transcript are properties of the newest thread. */
export function createThreadWishes({ chat, timeline }: SessionCore, { gateway, changed, told, tellDeed }: Parts) {
  const chatProperties = computed(() => chat.known.value?.properties ?? noProperties);
  const newestThread = computed(() => {
    const { threads } = timeline.logs.value;
    return threads.find(({ id }) => id === chat.threadId.value) ?? threads.at(-1);
  });
  const threadProperties = computed(() => newestThread.value?.properties ?? noProperties);

  /** Said here as soon as the service agrees; its push says the same again. */
  async function change(
    at: PropertyPlace,
    asked: Promise<Outcome>,
    how: (known: Properties | undefined) => Properties,
  ): Promise<Outcome> {
    const outcome = await asked;
    if (outcome === 'done') batch(() => changed(at, how));
    return outcome;
  }
  const update = (at: PropertyPlace, wanted: Properties) =>
    change(at, gateway.updateProperties(at, wanted), (known) => mergeProperties(known, wanted));
  const remove = (at: PropertyPlace, names: PropertyNames) =>
    change(at, gateway.deleteProperties(at, names), (known) => deleteProperties(known, names));

  // Some rate the chat as a whole; what was said of its newest thread is nearer.
  const rating = computed(() =>
    ratingIn(threadProperties.value.has('rating') ? threadProperties.value : chatProperties.value),
  );

  async function onThread(act: (at: PropertyPlace) => Promise<Outcome>): Promise<Outcome> {
    const [chatId, threadId] = [chat.id.peek(), newestThread.peek()?.id];
    return chatId && threadId ? act({ chatId, threadId }) : 'refused';
  }

  const rate: SessionRest['rate'] = async (score, comment) => {
    const before = rating.peek().score;
    const outcome = await onThread((at) =>
      score
        ? update(
            at,
            propertiesOf('rating', { score: score === 'good' ? 1 : 0, comment: comment ? told(comment) : undefined }),
          )
        : remove(at, new Map([['rating', ['score', 'comment']]])),
    );
    if (outcome === 'done' && score !== before) tellDeed({ kind: 'rated', score: score ?? 'none' });
    return outcome;
  };

  const requestTranscript: SessionRest['requestTranscript'] = (email) =>
    onThread((at) =>
      email
        ? update(at, propertiesOf('routing', { transcript_email: email }))
        : remove(at, new Map([['routing', ['transcript_email']]])),
    );

  const transcriptEmail = computed(() => {
    const email = propertyOf(threadProperties.value, 'routing', 'transcript_email');
    return typeof email === 'string' && email ? email : undefined;
  });

  return { chatProperties, threadProperties, update, rating, rate, transcriptEmail, requestTranscript };
}
