import { useLayoutEffect, useRef } from 'preact/hooks';
import { useRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

import { MessageList } from './MessageList';
import { Skeleton } from './Skeleton';

/** What is shown between header and composer. Not live: the announcer says what is to be heard, once. */
export function LogView() {
  const { session, words, scroll, list, onError, rest: later } = useUi();
  const rest = useRest();
  const view = useRef<HTMLDivElement>(null);
  const items = useValue(() => (later.part.value ?? session.timeline).items.value);
  const isEmpty = items.length === 0;
  // Whoever is not let in waits for nothing.
  const isRestoring = useValue(() => session.phase.value === 'restoring' && session.line.value.state !== 'stopped');
  const isNew = useValue(() => session.chat.value.state === 'none');

  useLayoutEffect(() => scroll.attach(view.current as HTMLElement, list.current as HTMLElement), []);

  return (
    <div
      class="log"
      ref={view}
      tabIndex={isEmpty ? 0 : undefined}
      role="log"
      aria-live="off"
      aria-label={words.t('message.list_label')}
    >
      <div class="log-content">
        {isEmpty && isRestoring && <Skeleton />}
        {rest && isEmpty && isNew && !isRestoring && <rest.Welcome />}
        {!isEmpty && <div class="history-edge">{rest && <rest.HistoryEdge />}</div>}
        <MessageList list={list} items={items} scroll={scroll} onError={onError} />
        {rest && <rest.Tail />}
        {rest && !(isEmpty && isNew) && <rest.LogNote />}
      </div>
    </div>
  );
}
