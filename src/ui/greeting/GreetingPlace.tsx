import { useLayoutEffect } from 'preact/hooks';
import type { Greeting } from '../../domain';
import { usePart } from '../content/use-part';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

/** Who speaks first, as long as nobody chats. */
export function useGreeting(): Greeting | undefined {
  const { session } = useUi();
  return useValue(() => (session.chat.value.state === 'active' ? undefined : session.rest.value?.greeting.value));
}

/** In the window. While that is closed it is shown in its place. */
export function GreetingPlace() {
  const { host, scroll } = useUi();
  const part = usePart(useOwnRest().parts.rich);
  const greeting = useGreeting();
  const isOpen = useValue(() => host.isOpen.value);
  useLayoutEffect(() => scroll.keep(), [part]);
  return greeting && isOpen && part ? <part.GreetingShown key={greeting.uniqueId} greeting={greeting} /> : null;
}
