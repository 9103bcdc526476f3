import { connectFrame } from '../bridge';
import type { Configuration } from '../configuration';
import type { Gesture, Snapshot, ToApp, ToShell, Visibility } from '../contract';
import { words } from '../words';
import { createFocus } from './focus';
import type { LineHost } from './host';
import { readPageInfo, watchPage } from './page-info';
import { readOffer, settle } from './settle';

/** The line to the app in its iframe. */
export interface Line {
  /** There may be something new to say. */
  flush(): void;
  change(gesture: Gesture, previous: Visibility): void;
  /** Lets the app in the iframe start anew. */
  reload(): void;
}

export function createLine(host: LineHost): Line {
  const { tools, signal, box, settings, visibility, events, mirror } = host;
  const { given } = settings;
  const url = new URL('frame.html', host.script.src);
  const iframe = tools.make('iframe', {
    id: 'chat-widget',
    name: 'chat-widget',
    title: words.chat,
    src: url.href,
  });
  const focus = createFocus(box, iframe, box.shadowRoot!.querySelector('.launcher')!);
  const lookAtPage = watchPage(tools, signal, () => send({ type: 'page', page: readPageInfo(tools) }));
  let curtain: ((isDrawn: boolean) => void) | undefined;
  let isConnected = false;
  let isStarted = false;

  for (const key of ['email', 'name']) {
    const value = tools.readText(settings.visitor[key]);
    if (value) host.calls.unshift([`set_customer_${key}`, value]);
  }

  const bridge = connectFrame(iframe, url.origin, () => {
    // The document in the iframe is new: it knows nothing, and has drawn nothing.
    isConnected = true;
    isStarted = false;
    if (isMounted()) host.show('loading');
    flush();
  });

  /** Only what the app does not learn at its start anyway. */
  function send(message: ToApp) {
    if (isStarted) bridge.send(message);
  }

  function flush() {
    const configuration = host.read();
    if (!isConnected || !configuration) return;
    if (!isStarted) start(configuration);
    for (const [name, payload] of settle(host.calls.splice(0).flatMap((call) => readOffer(call, tools)))) {
      send({ type: 'call', name, payload });
    }
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
        clientId: settings.clientId,
        accountsUrl: settings.origin ?? 'https://accounts.livechatinc.com',
      },
      page: readPageInfo(tools),
    });
    sendVisibility(focus.gesture(host.gesture));
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

  function update(snapshot: Snapshot) {
    const { unread, hasActiveChat, availability, customer } = snapshot;
    const { status } = customer;
    const previous = mirror.current;
    mirror.set(snapshot);
    tools.remember('localStorage', settings.account[1], { unread, hasActiveChat });
    if (mirror.becomeReady()) {
      if (availability !== previous.availability) events.emit('availability_changed', { availability });
      if (status !== previous.customer.status) events.emit('customer_status_changed', { status });
    }
    host.draw();
  }

  bridge.listen((message: ToShell) => {
    switch (message.type) {
      case 'mounted':
        host.show('mounted');
        if (isOpen() && focus.gesture(host.gesture) !== 'none') focus.enter();
        break;
      case 'minimize':
        visibility.set('minimized', message.gesture);
        break;
      case 'event':
        events.emit(message.name, message.payload);
        break;
      case 'snapshot':
        // Before its first log-in the app knows less than we remember.
        if (message.snapshot.isReady) update(message.snapshot);
        break;
      default:
        import('../notices').then(
          ({ hear }) => hear(host, message, send),
          () => {},
        );
    }
  });

  signal.addEventListener('abort', () => bridge.close());
  drawCurtain();
  box.append(iframe);

  return {
    flush,
    change(gesture, previous) {
      if (isOpen() && previous !== 'maximized') focus.remember();
      drawCurtain();
      sendVisibility(gesture);
      lookAtPage();
      if (gesture === 'none') return;
      if (!isOpen()) focus.giveBack();
      else if (isMounted()) focus.enter();
    },
    reload() {
      isConnected = isStarted = false;
      // Put in its place again, it starts anew.
      box.append(iframe);
    },
  };
}
