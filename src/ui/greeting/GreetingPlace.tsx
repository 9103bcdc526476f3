import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { Greeting } from '../../domain';
import { usePart } from '../content/use-part';
import { displayName } from '../i18n/names';
import { cleanLine } from '../text/clean-line';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

/** Who speaks first, as long as nobody chats. */
export function useGreeting(): Greeting | undefined {
  const { session } = useUi();
  return useValue(() => (session.chat.value.state === 'active' ? undefined : session.rest.value?.greeting.value));
}

export function GreetingPlace() {
  const greeting = useGreeting();
  return greeting ? <Shown key={greeting.uniqueId} greeting={greeting} /> : null;
}

/** It counts as displayed when it can be seen: with the piece that draws it, in an open window. */
function Shown({ greeting }: { readonly greeting: Greeting }) {
  const { session, host, words, scroll, onError } = useUi();
  const { parts, announcer } = useOwnRest();
  const part = usePart(parts.rich);
  const isOpen = useValue(() => host.isOpen.value);
  const isNew = part !== undefined && isOpen && !greeting.isAccepted;
  useLayoutEffect(() => scroll.keep(), [part]);
  useEffect(() => {
    if (!isNew) return;
    announcer.say(
      words.t('announce.message', { author: displayName(words, greeting.agent.name), text: textOf(greeting) }),
    );
    session.rest
      .peek()
      ?.acceptGreeting(greeting)
      .catch((error: unknown) => onError(error, 'greeting'));
  }, [isNew]);
  return part ? <part.GreetingCard greeting={greeting} /> : null;
}

function textOf({ content }: Greeting): string {
  if (content.kind === 'message') return cleanLine(content.text, 300);
  return cleanLine(
    content.elements
      .flatMap(({ title, subtitle }) => [title, subtitle])
      .filter(Boolean)
      .join('. '),
    300,
  );
}
