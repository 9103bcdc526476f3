import { connectFrame } from '../bridge';
import { API_URL, type Configuration } from '../configuration';
import type { Gesture, ShellBridge, ToApp, ToShell, Visibility } from '../contract';
import type { AppState } from '../cover';
import { make } from '../dom';
import type { Events } from '../events';
import { listen, onEnd } from '../life';
import type { Mirror } from '../mirror';
import { readFields, readText } from '../read';
import type { Settings } from '../settings';
import { remember } from '../storage';
import { addStyles } from '../styles';
import type { VisibilityModel } from '../visibility';
import { words } from '../words';
import { createCurtain } from './curtain';
import { createFocus } from './focus';
import { readPageInfo, watchPage } from './page-info';
import { type AppCall, readOffer, settle } from './settle';
import { css } from './styles';

/** What the part that is there at once lends to this one. */
export interface LineHost {
  readonly signal: AbortSignal;
  readonly box: HTMLElement;
  /** Ours. The app lies beside it. */
  readonly script: HTMLScriptElement;
  readonly settings: Settings;
  readonly visibility: VisibilityModel;
  readonly events: Events;
  readonly mirror: Mirror;
  /** What the page asked of the app, and nobody has told it yet. */
  readonly calls: AppCall[];
  /** Nothing, until somebody needs the app and the service has answered. */
  read(): Configuration | false | undefined;
  /** How the window was opened last. */
  readonly gesture: Gesture;
  draw(): void;
  show(state: AppState): void;
}

/** The line to the app in its iframe. */
export interface Line {
  /** There may be something new to say. */
  flush(): void;
  change(gesture: Gesture, previous: Visibility): void;
  /** Throws the iframe away and makes a new one. */
  reload(): void;
}

export function createLine(host: LineHost): Line {
  const { signal, box, visibility, events, mirror } = host;
  const root = box.shadowRoot!;
  const { src, nonce } = host.script;
  const drawCurtain = createCurtain(signal, box, root.querySelector('.window')!, nonce);
  const focus = createFocus(box, root.querySelector('.launcher')!);
  const url = new URL('frame.html', src);
  let bridge: ShellBridge | undefined;
  let iframe: HTMLIFrameElement | undefined;
  let openedBy = host.gesture;
  let isConnected = false;
  let isStarted = false;
  let isMounted = false;

  const visitor = readFields(host.settings.visitor);
  for (const key of ['email', 'name']) {
    const value = readText(visitor[key]);
    if (value) host.calls.unshift([`set_customer_${key}`, value]);
  }

  function load() {
    const id = 'chat-widget';
    iframe = make('iframe', { id, name: id, title: words.chat, allow: '', src: url.href });
    bridge = connectFrame(iframe, url.origin, () => {
      // The document in the iframe is new: it knows nothing, and has drawn nothing.
      isConnected = true;
      isStarted = false;
      if (isMounted) host.show('loading');
      isMounted = false;
      flush();
    });
    bridge.listen(onMessage);
    box.append(iframe);
  }

  function unload() {
    bridge?.close();
    iframe?.remove();
    isConnected = isStarted = isMounted = false;
  }

  function flush() {
    const configuration = host.read();
    if (!isConnected || !configuration) return;
    if (!isStarted) {
      const { clientId, origin } = host.settings;
      const settings = {
        ...configuration,
        clientId,
        apiUrl: origin ?? API_URL,
        accountsUrl: origin ?? 'https://accounts.livechatinc.com',
        language: readText(configuration.language) ?? 'en',
      };
      bridge?.send({ type: 'start', settings, page: readPageInfo() });
      bridge?.send(readVisibility(focus.gesture(openedBy)));
    }
    isStarted = true;
    for (const [name, payload] of settle(host.calls.splice(0).flatMap(readOffer))) {
      bridge?.send({ type: 'call', name, payload });
    }
  }

  /** Only what the app does not learn at its start anyway. */
  function send(message: ToApp) {
    if (isStarted) bridge?.send(message);
  }

  function isSmall() {
    return box.hasAttribute('data-small');
  }

  function isOpen() {
    return visibility.current === 'maximized';
  }

  function readVisibility(gesture: Gesture): ToApp {
    return { type: 'visibility', visibility: visibility.current, gesture, isFullScreen: isSmall() };
  }

  function drawWindow() {
    drawCurtain(isOpen() && isSmall());
  }

  function onMessage(message: ToShell) {
    switch (message.type) {
      case 'mounted':
        isMounted = true;
        host.show('mounted');
        if (isOpen() && focus.gesture(openedBy) !== 'none') focus.enter();
        break;
      case 'minimize':
        visibility.set('minimized', message.gesture);
        break;
      case 'event':
        events.emit(message.name, message.payload);
        break;
      case 'snapshot': {
        // Before its first log-in the app knows less than we remember.
        if (!message.snapshot.isReady) break;
        const previous = mirror.current;
        mirror.set(message.snapshot);
        const { unread, hasActiveChat, availability, customer } = mirror.current;
        if (unread !== previous.unread || hasActiveChat !== previous.hasActiveChat) {
          remember('localStorage', host.settings.account[1], { unread, hasActiveChat });
        }
        if (mirror.becomeReady()) {
          if (availability !== previous.availability) events.emit('availability_changed', { availability });
          const { status } = customer;
          if (status !== previous.customer.status) events.emit('customer_status_changed', { status });
        }
        host.draw();
      }
    }
  }

  const lookAtPage = watchPage(signal, () => send({ type: 'page', page: readPageInfo() }));
  listen<PageTransitionEvent>(signal, window, 'pagehide pageshow', ({ type, persisted }) => {
    if (persisted) send({ type: 'page-shown', isShown: type === 'pageshow' });
  });
  onEnd(signal, unload);
  addStyles(root, css, nonce);
  drawWindow();
  load();

  return {
    flush,
    change(gesture, previous) {
      const isOpening = isOpen() && previous !== 'maximized';
      if (isOpening) {
        openedBy = gesture;
        focus.remember();
      }
      drawWindow();
      send(readVisibility(gesture));
      lookAtPage();
      if (gesture === 'none') return;
      if (!isOpen()) focus.giveBack();
      else if (isMounted) focus.enter();
    },
    reload() {
      unload();
      load();
    },
  };
}
