import type { Clock } from '../ports';
import type { SessionCore } from '../session';

/** A chat that ended on the same day goes on, and what stands before a chat is left out. */
export function endedToday({ chat, timeline }: Pick<SessionCore, 'chat' | 'timeline'>, clock: Clock): boolean {
  if (chat.state.value.state !== 'ended') return false;
  const at = timeline.logs.value.threads.at(-1)?.events.at(-1)?.place.at;
  return at !== undefined && new Date(at).toDateString() === new Date(clock.now()).toDateString();
}
