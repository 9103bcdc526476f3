import { useEffect, useRef, useState } from 'preact/hooks';
import { amount } from '../i18n/amount';
import type { Part } from '../i18n/fill';
import { Phrase } from '../i18n/Phrase';
import { Icon } from '../icons/Icon';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';

import { useFocusHandover } from './focus-handover';
import { changesIn, lineNotice, type RetryName, stopped } from './line-notice';

/** Lies over the log, so that nothing moves when it comes and goes. */
export function ConnectionNotice() {
  const { session, host, clock, words } = useUi();
  const line = useValue(() => session.line.value);
  const isOpen = useValue(() => host.isOpen.value);
  const wasOnline = useRef(false);
  const [, setTick] = useState(0);
  if (line.state === 'online') wasOnline.current = true;

  const now = clock.now();
  const next = isOpen ? changesIn(line, now) : undefined;
  useEffect(() => (next === undefined ? undefined : clock.after(next, () => setTick(clock.now()))), [line, next, now]);

  const notice = lineNotice(line, now, wasOnline.current);
  if (!notice) return null;
  if (notice.kind === 'stopped') {
    const { text, action } = stopped[notice.reason];
    return <Notice text={words.t(text)} action={action} />;
  }
  if (notice.kind !== 'lost') return <Notice text={words.t(`connection.${notice.kind}`)} isBusy />;
  const { seconds } = notice;
  return (
    <Notice
      text={words.t('connection.lost')}
      detail={
        seconds === undefined
          ? words.parts('connection.reconnecting')
          : words.parts('connection.retry_in', { duration: amount(words, seconds, 'second') })
      }
      action={seconds === undefined ? undefined : 'connection.retry_now'}
    />
  );
}

interface NoticeProps {
  readonly text: string;
  readonly detail?: readonly Part[];
  readonly action?: RetryName | undefined;
  readonly isBusy?: boolean;
}

function Notice({ text, detail, action, isBusy }: NoticeProps) {
  return (
    <div class={`notice${detail || action ? ' is-wide' : ''}`}>
      {isBusy ? <span class="spinner" aria-hidden="true" /> : <Icon name="offline" />}
      <p>
        {text}
        {detail && (
          <span class="detail">
            {' '}
            <Phrase parts={detail} />
          </span>
        )}
      </p>
      {action && <RetryLine name={action} />}
    </div>
  );
}

function RetryLine({ name }: { readonly name: RetryName }) {
  const { session, words } = useUi();
  const button = useFocusHandover<HTMLButtonElement>();
  return (
    <button type="button" class="text-button" ref={button} onClick={() => session.retryLine()}>
      {words.t(name)}
    </button>
  );
}
