import { effect, type Signal, untracked } from '@preact/signals-core';
import type { Diagnostics, Session, WholeSessionRest } from '../../domain';
import type { AppCall } from '../shell/contract';

interface Answerers {
  readonly session: Pick<Session, 'draft'>;
  readonly rest: Pick<WholeSessionRest, 'greeting' | 'cancelGreeting' | 'visitorLeaves'>;
  readonly diagnostics: Diagnostics;
}

/** What the page may ask. A closed list: a name from the page is never looked up on an object that has other names. */
export function answerCalls(calls: Signal<readonly AppCall[]>, { session, rest, diagnostics }: Answerers): () => void {
  const known = new Map<string, (payload: unknown) => void>([
    [
      'offer_draft',
      (payload) => {
        if (typeof payload === 'string') session.draft.offer(payload);
      },
    ],
    [
      'hide_greeting',
      () => {
        const greeting = rest.greeting.peek();
        if (greeting) void rest.cancelGreeting(greeting);
      },
    ],
    // Not for pages: the shell says so.
    ['visitor_leaves', () => rest.visitorLeaves()],
  ]);

  return effect(() => {
    const waiting = calls.value;
    if (waiting.length === 0) return;
    calls.value = [];
    for (const { name, payload } of waiting) {
      const answer = known.get(name);
      if (answer) untracked(() => answer(payload));
      else diagnostics.report('call not known', name.slice(0, 40));
    }
  });
}
