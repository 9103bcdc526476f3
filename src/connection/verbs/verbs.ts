import type { Gateway } from '../../domain';

/** What takes more than one request, or another one, in each dialect. */
export type Verbs = Pick<
  Gateway,
  'findChat' | 'readThreads' | 'sendMessage' | 'resumeChat' | 'deactivateChat' | 'markSeen' | 'sneakPeek'
>;
