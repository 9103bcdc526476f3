import { useEffect } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

/** Who says much at once hears that nothing of it is lost. */
export function RushNote() {
  const { session, words } = useUi();
  const { announcer } = useOwnRest();
  const isRushed = useValue(() => session.rest.value?.isRushed.value);
  const text = words.t('composer.slow_down');
  useEffect(() => {
    if (isRushed) announcer.say(text);
  }, [isRushed]);
  return isRushed ? <p class="room">{text}</p> : null;
}
