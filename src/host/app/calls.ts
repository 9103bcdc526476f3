import type { Diagnostics, Session } from '../../domain';

/** What the page may ask. A closed list: a name from the page is never looked up on an object that has other names. */
export function createCalls(session: Pick<Session, 'draft'>, diagnostics: Diagnostics) {
  const calls = new Map<string, (payload: unknown) => void>([
    [
      'offer_draft',
      (payload) => {
        if (typeof payload === 'string') session.draft.offer(payload);
      },
    ],
  ]);

  return (name: string, payload: unknown): void => {
    const call = calls.get(name);
    if (call) call(payload);
    else diagnostics.report('call not known', name.slice(0, 40));
  };
}
