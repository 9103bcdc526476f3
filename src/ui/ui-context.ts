import type { Signal } from '@preact/signals-core';
import { createContext, type RefObject } from 'preact';
import { useContext } from 'preact/hooks';
import type { Clock, Session } from '../domain';
import type { WindowHost } from './contract';
import type { Words } from './i18n/words';
import type { Later } from './later';
import type { Rest } from './rest-contract';
import type { Scroll } from './timeline/scroll';
import { useValue } from './use-value';
import type { Focus } from './window/focus';

/** What the parts of one window share. */
export interface Ui {
  readonly session: Session;
  readonly host: WindowHost;
  readonly clock: Clock;
  readonly words: Words;
  readonly focus: Focus;
  readonly scroll: Scroll;
  /** The rows of the log. */
  readonly list: RefObject<HTMLOListElement | null>;
  readonly regions: { readonly [R in 'polite' | 'assertive']: RefObject<HTMLDivElement | null> };
  /** Some moment of the present day; changes at midnight. */
  readonly today: Signal<number>;
  readonly rest: Later<Rest>;
  readonly onError: (error: unknown, where: string) => void;
}

export const UiContext = createContext<Ui | undefined>(undefined);

export function useUi(): Ui {
  const ui = useContext(UiContext);
  if (!ui) throw new Error('useUi() is used outside of a window');
  return ui;
}

export function useRest(): Rest | undefined {
  const { rest } = useUi();
  return useValue(() => rest.part.value);
}

/** For what is part of the rest, and so has it. */
export function useOwnRest(): Rest {
  return useUi().rest.part.peek() as Rest;
}
