import { followMessages } from './follow-messages';
import { followNotes } from './follow-notes';
import { followOutcomes } from './follow-outcomes';
import { followLine, followQueue, followThinking, followTyping, followUnread } from './follow-states';
import type { Speaker } from './speaker';

/** Everything that is read out without being asked for begins here. */
export function follow(speaker: Speaker): () => void {
  const stops = [
    followMessages,
    followOutcomes,
    followNotes,
    followThinking,
    followTyping,
    followLine,
    followQueue,
    followUnread,
  ].map((start) => start(speaker));
  return () => {
    for (const stop of stops) stop();
  };
}
