import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/**
 * In the log the message is the stop of the Tab key, and Enter goes into it. What stands outside of messages has stops
 * of its own.
 */
export const IsInMessage = createContext(true);

export function useTabIndex(): -1 | undefined {
  return useContext(IsInMessage) ? -1 : undefined;
}
