import { computed, effect, untracked } from '@preact/signals-core';
import { render } from 'preact';
import type { Rest } from '../rest-contract';
import { type Ui, UiContext } from '../ui-context';
import { focusedIn } from '../window/focus';
import { Home } from './Home';
import { safeLinks } from './links';
import { followPlace } from './place';

/** Draws the home view in place of the conversation, which stays as it is behind it. */
export function beginHome(ui: Ui): () => void {
  const { session, host, focus } = ui;
  const natter = ui.regions.polite.current?.closest<HTMLElement>('.natter');
  const facts = session.rest.peek();
  if (!natter || !facts) return () => {};
  const { isHome, safeUrl } = ui.rest.part.peek() as Rest;
  const wanted = computed(() => facts.rules.value.home);
  const links = computed(() => safeLinks(wanted.value?.links ?? [], safeUrl, ui.onError));
  const layer = document.createElement('div');
  natter.append(layer);

  const hasFocus = (part: Element | null) => part?.contains(focusedIn(natter)) === true;
  const toFirst = () => layer.querySelector<HTMLElement>('.home-entry')?.focus({ preventScroll: true });

  // What goes while it has the focus hands it on, and not to what is hidden.
  const inHome: Ui = { ...ui, focus: { ...focus, toStart: toFirst } };

  const stops = [
    followPlace({
      ...ui,
      rest: facts,
      isHome,
      isWanted: computed(() => wanted.value !== undefined),
      firstView: computed(() => facts.rules.value.firstView),
      isUntouched: () => isUntouched(ui, natter),
    }),
    effect(() => {
      const isShown = isHome.value;
      // What is hidden loses the focus, and what is not there yet cannot take it.
      const wasIn = hasFocus(isShown ? natter.querySelector('.window') : layer);
      natter.toggleAttribute('data-home', isShown);
      untracked(() =>
        render(
          isShown ? (
            <UiContext.Provider value={inHome}>
              <Home links={links} />
            </UiContext.Provider>
          ) : null,
          layer,
        ),
      );
      if (wasIn) (isShown ? toFirst : focus.toStart)();
    }),
    effect(() => {
      if (host.isOpen.value && host.openedBy.peek() !== 'none' && isHome.peek()) toFirst();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    natter.removeAttribute('data-home');
    render(null, layer);
    layer.remove();
  };
}

/** The focus is where the window has put it, the log as well, and nothing lies above. */
function isUntouched({ focus, host, list }: Ui, natter: HTMLElement): boolean {
  const at = focusedIn(natter);
  const isAtStart = at === focus.composer.current || at === focus.heading.current || !natter.contains(at);
  // A form in the place of messages is read from the top.
  const isLogAsItWas = host.isLogAtEnd.peek() || !list.current?.firstChild;
  return isAtStart && isLogAsItWas && !natter.querySelector('[role=dialog] [role=dialog], .moment');
}
