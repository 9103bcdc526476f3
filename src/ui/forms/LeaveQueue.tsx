import { useState } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

/** Asks once. Who leaves may leave a message. */
export function LeaveQueue() {
  const { session, words } = useUi();
  const { announcer, useFocusHandover } = useOwnRest();
  const [step, setStep] = useState<'none' | 'asking' | 'leaving' | 'failed'>('none');
  const place = useFocusHandover<HTMLDivElement>();
  const isOnline = useValue(() => session.line.value.state === 'online');

  async function leave(): Promise<void> {
    if (step === 'leaving' || !isOnline) return;
    setStep('leaving');
    if ((await session.endChat()) === 'done') {
      session.rest.peek()?.leaveMessage();
      announcer.say(words.t('chat.ended'));
      return;
    }
    setStep('failed');
    announcer.alert(words.t('chat.end_failed'));
  }

  if (step === 'none') {
    return (
      <button type="button" class="text-button" onClick={() => setStep('asking')}>
        {words.t('queue.leave')}
      </button>
    );
  }
  return (
    <div class="queue-leave" ref={place}>
      <p>{words.t(step === 'failed' ? 'chat.end_failed' : 'queue.leave_confirm')}</p>
      <div class="buttons">
        <button
          type="button"
          class="button is-quiet"
          ref={(button) => {
            if (step === 'asking') button?.focus();
          }}
          onClick={() => setStep('none')}
        >
          {words.t('queue.stay')}
        </button>
        <button
          type="button"
          class="button is-main"
          aria-disabled={step === 'leaving' || !isOnline || undefined}
          onClick={() => void leave()}
        >
          {words.t('queue.leave')}
        </button>
      </div>
    </div>
  );
}
