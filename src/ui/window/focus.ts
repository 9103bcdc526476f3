import { createRef, type RefObject } from 'preact';

export interface Focus {
  readonly composer: RefObject<HTMLTextAreaElement | null>;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** To where one writes; on touch screens to the heading, lest a keyboard pops up that nobody asked for. */
  readonly toStart: () => void;
  readonly toComposer: () => void;
}

export function createFocus(): Focus {
  const composer = createRef<HTMLTextAreaElement>();
  const heading = createRef<HTMLHeadingElement>();
  return {
    composer,
    heading,
    toStart: () => (isCoarse() ? heading : composer).current?.focus({ preventScroll: true }),
    toComposer: () => composer.current?.focus({ preventScroll: true }),
  };
}

export function isCoarse(): boolean {
  return globalThis.matchMedia?.('(pointer: coarse)').matches ?? false;
}

/** What has the focus, also inside a shadow root. */
export function focusedIn(element: Element | null | undefined): Element | null {
  const root = element?.getRootNode() as Partial<DocumentOrShadowRoot> | undefined;
  return root?.activeElement ?? null;
}
