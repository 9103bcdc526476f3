import { useEffect } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

/** Once in a page view: what was written and is not sent yet would not outlive it. */
export function RiskNote() {
  const { session, words } = useUi();
  const { announcer } = useOwnRest();
  const isAtRisk = useValue(() => session.rest.value?.isAtRisk.value);
  const text = words.t('error.storage_off');
  useEffect(() => {
    if (isAtRisk) announcer.alert(text);
  }, [isAtRisk, announcer, text]);
  return isAtRisk ? <p class="room">{text}</p> : null;
}
