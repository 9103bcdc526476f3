import type { ChatRules } from '../../domain';
import { readHome } from './home';

const ORIGIN = /^https:[/]{2}[^/]+$/;

/** What of `window.__lc.chat` only some pages say, and nothing has to wait for. What makes no sense is told by name. */
export function readPageWays(given: unknown, complain: (line: string) => void): Partial<ChatRules> {
  const from = Object(given) as Readonly<Record<string, unknown>>;
  const wrong = (name: string, is: string) => complain(`chat.${name} has to be ${is}`);
  const rules: { -readonly [K in keyof ChatRules]?: ChatRules[K] } = {};
  const minutes = from['ask_email_after'];
  if (typeof minutes === 'number' && minutes > 0) rules.askEmailAfterMin = minutes;
  else if (minutes !== undefined) wrong('ask_email_after', 'a number of minutes');
  const backAt = from['back_at'];
  const at = typeof backAt === 'string' ? Date.parse(backAt) : Number.NaN;
  if (!Number.isNaN(at)) rules.backAt = at;
  else if (backAt !== undefined) wrong('back_at', 'a date, as ISO 8601 writes it');
  const person = from['talk_to_person'];
  if (person === true) rules.person = person;
  else if (typeof person === 'string') rules.person = person.trim().slice(0, 80);
  else if (person) wrong('talk_to_person', 'true or a text');
  const origins = from['identity_origins'];
  if (Array.isArray(origins) && origins.every((one) => ORIGIN.test(one as string))) rules.identityOrigins = origins;
  else if (origins !== undefined) wrong('identity_origins', 'a list of https origins');
  const view = from['initial_view'];
  if (view === 'home' || view === 'chat') rules.firstView = view;
  else if (view !== undefined) complain('initial_view has to be "home" or "chat"');
  const home = readHome(from['home'] ?? view === 'home', wrong);
  if (home) rules.home = home;
  return rules;
}
