import { effect, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { SessionRest } from '../../domain';
import type { Ui } from '../ui-context';

const KEPT_AS = 'view';

interface Parts extends Pick<Ui, 'session' | 'host'> {
  readonly rest: Pick<SessionRest, 'greeting' | 'memory'>;
  readonly isWanted: ReadonlySignal<boolean>;
  /** Where a window begins that is opened for the first time. Undefined: where one was. */
  readonly firstView: ReadonlySignal<'home' | 'chat' | undefined>;
  readonly isHome: Signal<boolean>;
  /** Nobody has done anything in the open window yet. */
  readonly isUntouched: () => boolean;
}

/**
 * Decides what an opened window shows first. The conversation, if there is something new in it, something half-written, or
 * if one was in a chat that goes on; else the home view. While the window is closed this follows what happens, so that
 * nothing has to move once it opens.
 */
export function followPlace({ session, host, rest, isWanted, firstView, isHome, isUntouched }: Parts): () => void {
  const { chat, draft, phase, unread } = session;
  let wasInChat = rest.memory.read(KEPT_AS) === 'chat';
  let isFirstView = true;
  let isDecided = false;
  /** Whether the end of the log was in view, while the home view stands before it. */
  let wasAtEnd: boolean | undefined;

  /** Undefined: not known yet. */
  function belongsHome(): boolean | undefined {
    if (!isWanted.value || unread.count.value > 0 || rest.greeting.value || draft.text.value.trim()) return false;
    if (isFirstView && firstView.value) return firstView.value === 'home';
    if (!wasInChat) return true;
    if (phase.value === 'restoring') return undefined;
    // A page that opens the window by itself, as it was, comes back to what was seen there.
    const isAsBefore = isFirstView && host.openedBy.value === 'none';
    return chat.value.state !== 'active' && !isAsBefore;
  }

  function noteView(): void {
    if (!isDecided) return;
    isFirstView = false;
    if (wasInChat !== isHome.peek()) return;
    wasInChat = !isHome.peek();
    rest.memory.write(KEPT_AS, wasInChat ? 'chat' : 'home');
  }

  function uncoverLog(): void {
    if (wasAtEnd !== undefined) host.isLogAtEnd.value = wasAtEnd;
    wasAtEnd = undefined;
  }

  const stops = [
    effect(() => {
      const isOpen = host.isOpen.value;
      if (!isOpen) isDecided = false;
      if (isDecided && isWanted.value) return;
      const wanted = belongsHome();
      if (wanted === undefined) return;
      isDecided = isOpen;
      isHome.value = wanted && (!isOpen || isHome.peek() || isUntouched());
      noteView();
    }),
    effect(() => {
      if (!isHome.value) uncoverLog();
      else {
        // Who sees the home view does not see the messages.
        wasAtEnd ??= host.isLogAtEnd.peek();
        host.isLogAtEnd.value = false;
      }
      noteView();
    }),
    // The page has something to be sent.
    effect(() => {
      if (draft.text.value.trim() && host.isOpen.peek()) isHome.value = false;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    isHome.value = false;
    uncoverLog();
  };
}
