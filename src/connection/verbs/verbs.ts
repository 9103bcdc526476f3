import type { ChatAtHand, Gateway, SendOutcome } from '../../domain';
import type { Drop, Json } from '../../protocol';
import type { Connection } from '../connection';

/** What takes more than one request, or another one, in each dialect. */
export type Verbs = Pick<
  Gateway,
  'findChat' | 'readThreads' | 'sendMessage' | 'resumeChat' | 'deactivateChat' | 'markSeen' | 'sneakPeek'
>;

export type Speaker = Pick<Connection, 'ask' | 'dialect'>;

/** `drop` hears of what could not be read in an answer, and was left out. */
export type CreateVerbs = (speaker: Speaker, drop: Drop) => Verbs;

/** Starts or resumes the chat where that is needed; then `opening` says more about it. Never rejects. */
export type SendEvent = (chat: ChatAtHand, event: Json, opening?: Json) => Promise<SendOutcome>;
