import { effect } from '@preact/signals-core';
import { createRef, render } from 'preact';
import { LiveRegions } from './announcer/LiveRegions';
import type { UiParts } from './contract';
import { createWords } from './i18n/words';
import { createLater } from './later';
import type { Rest } from './rest-contract';
import { adoptInto } from './theme/adopt';
import { styles } from './theme/styles';
import { createScroll } from './timeline/scroll';
import { type Ui, UiContext } from './ui-context';
import { Crash } from './window/Crash';
import { ErrorBoundary } from './window/ErrorBoundary';
import { createFocus } from './window/focus';
import { createToday } from './window/today';
import { Window } from './window/Window';

export interface MountParts extends UiParts {
  /** Told of what could not be drawn or done, and where; never with content. */
  readonly onError?: (error: unknown, where: string) => void;
}

/** Draws the window into `root`, which it fills. The answer takes everything away again. */
export function mountUi(root: HTMLElement, parts: MountParts): () => void {
  const { session, host, clock, language, onError = () => {} } = parts;
  const styleSheets = adoptInto(root.getRootNode() as Document | ShadowRoot);
  const { today, stop: stopToday } = createToday(clock, host.isOpen);
  let isGone = false;
  const ui: Ui = {
    session,
    host,
    clock,
    words: createWords(language),
    focus: createFocus(),
    scroll: createScroll(host.isLogAtEnd),
    list: createRef(),
    regions: { polite: createRef(), assertive: createRef() },
    today,
    rest: createLater(begin, (error) => onError(error, 'rest')),
    onError,
  };

  async function begin(): Promise<Rest | undefined> {
    const { beginRest, restStyles } = await import('./rest');
    if (isGone) return undefined;
    styleSheets.add(restStyles);
    return beginRest(ui);
  }

  styleSheets.add(styles);
  render(
    <UiContext.Provider value={ui}>
      <div class="natter" lang={ui.words.language} dir={ui.words.direction}>
        <ErrorBoundary onError={(error) => onError(error, 'window')} fallback={(retry) => <Crash retry={retry} />}>
          <Window />
        </ErrorBoundary>
        <LiveRegions />
      </div>
    </UiContext.Provider>,
    root,
  );
  // At once, and again when there is a chance that it can be had now.
  const stopLoading = effect(() => {
    if (session.line.value.state === 'online' || host.isOpen.value) ui.rest.load();
  });

  return () => {
    isGone = true;
    stopLoading();
    ui.rest.part.peek()?.stop();
    render(null, root);
    stopToday();
    styleSheets.removeAll();
  };
}
