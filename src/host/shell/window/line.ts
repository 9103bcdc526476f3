import type { Configuration } from '../configuration';
import type { ForNotices, Gesture, ToApp, ToShell, Visibility } from '../contract';
import { createFocus } from './focus';
import type { LineHost } from './host';
import { readPageInfo } from './page-info';
import { connectSurface, makeSurface } from './surface';

/** While the app is on its way: where its first messages will be. */
const outline = `\
:host([data-app=loading]) p{position:absolute;top:84px;left:16px;width:50%;background:#8883;color:#0000;box-shadow:0 60px #8883;animation:pulse 2s infinite}\
@keyframes pulse{50%{opacity:.4}}`;

/** The line to the app in its iframe. */
export interface Line {
  change(gesture: Gesture, previous: Visibility): void;
  /** Lets the app in the iframe start anew. */
  reload(): void;
}

export function createLine(host: LineHost): Line {
  const { tools, signal, box, settings, visibility } = host;
  const { given } = settings;
  const surface = makeSurface(host);
  const bridge = connectSurface(surface, host, () => {
    // The document in the iframe is new: it knows nothing, and has drawn nothing.
    isConnected = true;
    isStarted = false;
    if (isMounted()) host.show('loading');
    flush();
  });
  const focus = createFocus(box, surface, box.shadowRoot!.querySelector('.launcher')!);
  let lookAtPage: (() => void) | undefined;
  let curtain: ((isDrawn: boolean) => void) | undefined;
  let isConnected = false;
  let isStarted = false;

  /** Only what the app does not learn at its start anyway. */
  function send(message: ToApp) {
    if (isStarted) bridge.send(message);
  }

  function flush() {
    const { configuration, isAppWanted } = host;
    if (!isConnected || !isAppWanted || !configuration) return;
    if (!isStarted) start(configuration);
    if (
      host.calls.length ||
      given['visitor'] ||
      given['chat'] ||
      given['initial_view'] ||
      given['params'] ||
      given['session_variables']
    )
      import('./asked').then(
        (asked) => asked.tellAsked(host, send),
        () => {},
      );
  }

  function start(configuration: Configuration) {
    isStarted = true;
    send({
      type: 'start',
      settings: {
        ...configuration,
        licenseId: given['license'],
        apiVersion: given['api_version'] ?? given['apiVersion'],
        region: given['region'],
        clientId: (given['client_id'] ?? given['clientId'] ?? '') as string,
        accountsUrl: settings.origin ?? 'https://accounts.livechatinc.com',
        group: given['group'],
        isApart: given['chat_between_groups'] === false,
        hasIdentity: typeof given['custom_identity_provider'] === 'function',
        hasRenderer: typeof given['custom_renderer'] === 'function',
      },
      page: readPageInfo(tools),
    });
    sendVisibility(focus.gesture(host.gesture));
    import('./watch-page').then(
      (watcher) => {
        lookAtPage = watcher.watchPage(host, send, readPageInfo);
      },
      () => {},
    );
  }

  function sendVisibility(gesture: Gesture) {
    send({ type: 'visibility', visibility: visibility.current, gesture, isFullScreen: isSmall() });
  }

  function isMounted() {
    return box.dataset['app'] === 'mounted';
  }

  function isSmall() {
    return box.hasAttribute('data-small');
  }

  function isOpen() {
    return visibility.current === 'maximized';
  }

  /** Only a small screen has a use for the curtain, so only there it is fetched. */
  function drawCurtain() {
    if (curtain) curtain(isOpen() && isSmall());
    else if (isSmall()) import('./curtain').then(hangCurtain, () => {});
  }

  function hangCurtain({ createCurtain }: typeof import('./curtain')) {
    curtain ??= createCurtain(host);
    drawCurtain();
  }

  /** In their order, also where what hears them could not be fetched at once: then they wait for the next. */
  const unheard: ForNotices[] = [];
  let heard: Promise<unknown> = Promise.resolve();
  bridge.listen((message: ToShell) => {
    switch (message.type) {
      case 'mounted':
        host.show('mounted');
        if (isOpen() && focus.gesture(host.gesture) !== 'none') focus.enter();
        break;
      case 'minimize':
        visibility.set('minimized', message.gesture === 'keyboard' ? 'keyboard' : 'pointer');
        break;
      default:
        unheard.push(message);
        heard = heard
          .then(() => import('../notices'))
          .then(({ hear }) => {
            for (let each = unheard.shift(); each; each = unheard.shift()) hear(host, each, send);
          })
          .catch(() => {});
    }
  });

  tools.addStyles(box.shadowRoot!, outline, host.script.nonce);
  signal.addEventListener('abort', () => bridge.close());
  drawCurtain();
  host.flush = flush;
  box.append(surface);

  return {
    change(gesture, previous) {
      if (isOpen() && previous !== 'maximized') focus.remember();
      drawCurtain();
      sendVisibility(gesture);
      lookAtPage?.();
      if (gesture === 'none') return;
      if (!isOpen()) focus.giveBack();
      else if (isMounted()) focus.enter();
    },
    reload() {
      isConnected = isStarted = false;
      // Put in its place again, it starts anew.
      box.append(surface);
    },
  };
}
