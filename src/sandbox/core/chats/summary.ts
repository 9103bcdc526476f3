import type { Thread } from '../store/model';
import type { World } from '../world';
import { nameOf } from './look';

const LINES = 5;
const LETTERS = 120;

/** A line for each of the last things said. Nobody thinks here: it is a sandbox. Undefined: nothing was said. */
export function summarise(world: World, { events }: Thread): string | undefined {
  const said = events.filter(({ type, deleted }) => type === 'message' && !deleted);
  if (said.length === 0) return undefined;
  return said
    .slice(-LINES)
    .map(({ authorId, body }) => `• ${nameOf(world, authorId ?? '')}: ${String(body['text']).slice(0, LETTERS)}`)
    .join('\n');
}
