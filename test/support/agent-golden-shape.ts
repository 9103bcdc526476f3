import { shapeOf } from './golden-shape';
import type { Frame } from './sandbox-peer';

/** Facts about a visitor that only a real network has, and what is there only if it happened. */
const OPTIONAL =
  /\.(?:ip|user_agent|geolocation\.\w+|email_verified|website_last_activity|routing_status|events_seen_up_to)\b/;
/** No e-mail here, and no e-mail there. */
const sameKinds = (line: string) => line.replace(/: (?:e-mail|uuid|32 hex)$/, ': text');

/** What a sample has and our frame has not. More may be in ours: a sample tells one story. */
export function missing(sample: Frame, sent: Frame): readonly string[] {
  const ours = shapeOf(sent).map(sameKinds);
  return shapeOf(sample)
    .map(sameKinds)
    .filter((line) => !OPTIONAL.test(line) && !ours.includes(line));
}
