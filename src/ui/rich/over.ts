import { createContext } from 'preact';
import type { RichMessage, Session } from '../../domain';
import { useValue } from '../use-value';

/** Nobody would hear what is pressed: the thread is closed. */
export const IsOver = createContext(false);

export function useIsOver(session: Session, { threadId }: Pick<RichMessage, 'threadId'>): boolean {
  return useValue(() => {
    const chat = session.chat.value;
    return (
      chat.state === 'ended' || (chat.state === 'active' && chat.threadId !== undefined && chat.threadId !== threadId)
    );
  });
}
