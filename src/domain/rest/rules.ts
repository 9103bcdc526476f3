import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { ChatRules } from '../session-rest';

const DEFAULT: ChatRules = {
  masksCards: false,
  asksAfterGreeting: true,
  hidesGreetingsOffline: false,
  skipsKnownForm: false,
  peeks: true,
  tellsOfPeeks: false,
  locked: [],
  identityOrigins: [],
};

/** How the account and the page want chats to be. What the page says counts more, whoever was heard first. */
export function createRules() {
  const rules = signal(DEFAULT);
  const isSettled = signal(false);
  let [ofAccount, ofPage]: Partial<ChatRules>[] = [{}, {}];
  return {
    rules: rules as ReadonlySignal<ChatRules>,
    /** The account was heard, or has nothing to say. */
    isSettled: isSettled as ReadonlySignal<boolean>,
    set(said: Partial<ChatRules>, by: 'account' | 'page'): void {
      if (by === 'page') ofPage = { ...ofPage, ...said };
      else ofAccount = { ...ofAccount, ...said };
      rules.value = { ...DEFAULT, ...ofAccount, ...ofPage };
      if (by === 'account') isSettled.value = true;
    },
  };
}
