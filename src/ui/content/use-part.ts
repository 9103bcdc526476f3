import { useLayoutEffect } from 'preact/hooks';
import type { Later } from '../later';
import { useValue } from '../use-value';

/** The piece, once it is there; asking for it fetches it. */
export function usePart<T>({ part, load }: Later<T>): T | undefined {
  useLayoutEffect(() => load(), []);
  return useValue(() => part.value);
}
