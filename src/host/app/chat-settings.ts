import type { Diagnostics, WholeSessionRest } from '../../domain';
import { readPageRules } from './rules';

/** What is read by a piece of its own: nothing that is sent has to wait for it. */
const WAYS = /"(home|initial_view|identity_origins|talk_to_person|ask_email_after|back_at)":/;

/**
 * Hears `window.__lc.chat`. The shell says it again with other things that it has to say: what is the same changes nothing,
 * and what makes no sense is told once, to the developer of the page and in the diagnostics.
 */
export function createChatSettings(
  rest: Pick<WholeSessionRest, 'setRules'>,
  diagnostics: Diagnostics,
  complain: (line: string) => void,
): (payload: unknown) => void {
  const told = new Set<string>();
  let before: string | undefined;

  function leaveOut(line: string): void {
    if (told.has(line)) return;
    told.add(line);
    complain(line);
    diagnostics.report('setting left out', line.replace(/ .*/s, ''));
  }

  return (payload) => {
    const said = JSON.stringify(payload);
    if (!said || said === before) return;
    before = said;
    rest.setRules(readPageRules(payload, leaveOut), 'page');
    if (!WAYS.test(said)) return;
    import('./seldom').then(
      ({ readPageWays }) => rest.setRules(readPageWays(payload, leaveOut), 'page'),
      () => diagnostics.report('settings not read'),
    );
  };
}
