import { effect, signal } from '@preact/signals-core';
import { createRef, render } from 'preact';
import { LiveRegions } from './announcer/LiveRegions';
import type { UiParts } from './contract';
import { createLater } from './later';
import type { Rest } from './rest-contract';
import { adopt } from './theme/adopt';
import { styles } from './theme/styles';
import { createScroll } from './timeline/scroll';
import { type Ui, UiContext } from './ui-context';
import { Boundary } from './window/Boundary';
import { createFocus } from './window/focus';

/** Draws the window into `root`, which it fills. The answer takes everything away again. */
export function mountUi(root: HTMLElement, parts: UiParts): () => void {
  const { session, host, clock, words, onError = () => {} } = parts;
  const scope = root.getRootNode() as Document | ShadowRoot;
  const stops = [adopt(scope, styles), () => render(null, root)];
  let isGone = false;
  const ui: Ui = {
    session,
    host,
    clock,
    words,
    focus: createFocus(),
    scroll: createScroll(host.isLogAtEnd),
    list: createRef(),
    regions: { polite: createRef(), assertive: createRef() },
    today: signal(clock.now()),
    rest: createLater(clock, begin, (error) => onError(error, 'rest')),
    onError,
  };

  async function begin(): Promise<Rest | undefined> {
    if (isGone) return undefined;
    const { beginRest, restStyles } = await import('./rest');
    if (isGone) return undefined;
    const rest = beginRest(ui);
    stops.unshift(adopt(scope, restStyles), rest.stop);
    return rest;
  }

  render(
    <UiContext.Provider value={ui}>
      <div class="natter" lang={words.language} dir={words.direction}>
        <Boundary />
        <LiveRegions />
      </div>
    </UiContext.Provider>,
    root,
  );
  // Once the window stands, and again when there is a chance that it can be had now.
  stops.unshift(
    effect(() => {
      if (session.line.value.state === 'online' || host.isOpen.value) ui.rest.load();
    }),
  );

  return () => {
    isGone = true;
    ui.rest.stop();
    for (const stop of stops) stop();
  };
}
