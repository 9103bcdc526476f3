import { type Configuration, loadConfiguration } from './configuration';
import { createContainer } from './container';
import type { Gesture, Visibility } from './contract';
import { type AppState, createCover } from './cover';
import { createEvents } from './events';
import { createHandle } from './js-api';
import { createLauncher } from './launcher';
import { createTimer, listen, whenIdle } from './life';
import { createMirror } from './mirror';
import type { OurScript } from './our-script';
import { readFields } from './read';
import { complain, warn } from './report';
import { readSettings, type Settings } from './settings';
import { SMALL } from './small';
import { recall, remember } from './storage';
import { drain, type Globals, takeOver } from './stub';
import { tools } from './tools';
import { createVisibility, initialVisibility } from './visibility';
import type { Line, LineHost } from './window';

const PATIENCE_MS = 5_000;
const READY_ANYWAY_MS = 10_000;

/** Marks of a page that uses more of us than the launcher: what that is comes when the page does. */
const MORE = '[data-livechat-action],[data-text-action],.livechat_button';

/** `script` is ours: all else lies beside it, and its attributes are settings. */
export function startShell(script: OurScript): void {
  const globals: Globals = window as object;
  if (globals.__lc_inited) return;
  globals.__lc_inited = true;
  const start = () => {
    const settings = readSettings(globals.__lc, { ...(script.dataset as object) });
    if (settings) run(globals, script, settings);
    else delete globals.__lc_inited;
  };
  // A page that nobody has asked for yet is none of our business.
  if ((document as { prerendering?: boolean }).prerendering) {
    document.addEventListener('prerenderingchange', start);
  } else start();
}

function run(globals: Globals, script: OurScript, settings: Settings): void {
  if (readFields(globals.LiveChatWidget)['_h']) {
    complain('there is another widget');
    return;
  }
  const life = new AbortController();
  const { signal } = life;
  const [, account] = settings.account;
  const small = matchMedia(SMALL);
  const timer = createTimer(signal);
  const patience = createTimer(signal);
  let isLoading = false;
  let line: Line | undefined;

  const events = createEvents();
  const visibility = createVisibility(
    signal,
    initialVisibility(settings.given['init_maximized'], small.matches, recall('sessionStorage', account)['visibility']),
    onChange,
    () => events.emit('visibility_changed', { visibility: visibility.current }),
  );
  const mirror = createMirror(events, account, () => visibility.current);
  const { box, surface, root, attach } = createContainer(signal, script.nonce);
  const showLauncher = createLauncher(signal, root, toggle, load);
  const cover = createCover(signal, box, surface, settings.given['fallback_url'], retry);
  const ask = loadConfiguration(signal, settings, onAnswer);
  const leave = takeOver(globals, createHandle(events, visibility, mirror.getters, call, destroy));
  const host: LineHost = {
    tools,
    signal,
    box,
    script,
    settings,
    visibility,
    events,
    mirror,
    calls: [],
    globals,
    gesture: 'none',
    draw,
    show,
  };

  function isOpen() {
    return visibility.current === 'maximized';
  }

  function toggle(gesture: Gesture) {
    visibility.set(isOpen() ? 'minimized' : 'maximized', gesture);
  }

  function draw() {
    box.dataset['state'] = visibility.current;
    box.toggleAttribute('data-small', small.matches);
    showLauncher(isOpen(), mirror.current.unread);
  }

  function show(state: AppState) {
    cover(state);
    patience(state === 'loading' ? () => cover('failed') : undefined, PATIENCE_MS);
  }

  /** The rest of the page's side comes when a press is likely: most pages never pay for it. */
  function load() {
    if (isLoading) return;
    isLoading = true;
    import('./window').then(
      (part) => {
        if (!signal.aborted) line = part.createLine(host);
      },
      () => {
        isLoading = false;
      },
    );
  }

  /** What only some pages use of us, and what they do not need at once. */
  function more(cause?: unknown): Promise<void> {
    return import('./window').then((part) => part.useMore(host, cause));
  }

  function startApp() {
    host.isAppWanted = true;
    load();
    host.flush?.();
  }

  function open(gesture: Gesture) {
    host.gesture = gesture;
    if (box.dataset['app'] !== 'mounted') show('loading');
    startApp();
  }

  function retry() {
    ask();
    show('loading');
    if (line) line.reload();
    else load();
  }

  function call(name: string, payload: unknown) {
    if (/^(diag|log|set_l)/.test(name)) void more([name, payload]);
    else host.calls.push([name, payload]);
    // What the page has to say to the service does not wait for a visitor who opens the window.
    if (/^(send|tri)/.test(name)) startApp();
    host.flush?.();
  }

  function onChange(gesture: Gesture, previous: Visibility) {
    remember('sessionStorage', account, { visibility: visibility.current });
    attach();
    draw();
    line?.change(gesture, previous);
    if (isOpen()) open(gesture);
    else patience();
  }

  function onAnswer(answer: Configuration | string) {
    if (typeof answer === 'string') {
      warn(answer);
      life.abort();
      return;
    }
    host.configuration = answer;
    mirror.set(answer);
    host.flush?.();
    if (globals.LC_API || globals.__lc_onready || answer.language !== 'en') more().then(greet, greet);
    else greet();
    // On every page; what it can do comes with the first call, which waits for it.
    globals.LC_API ??= new Proxy(
      {},
      {
        get:
          (_, name) =>
          (...args: unknown[]) =>
            void more({ [name]: args }),
      },
    );
  }

  function greet() {
    // With an app on its way, `ready` waits until the page can ask about the customer; but not for ever.
    if (host.isAppWanted || mirror.current.hasActiveChat) timer(mirror.becomeReady, READY_ANYWAY_MS);
    else if (!signal.aborted) mirror.becomeReady();
  }

  function destroy() {
    life.abort();
    leave();
  }

  function begin() {
    if (signal.aborted) return;
    draw();
    attach();
    if (isOpen()) open('none');
    whenIdle(signal, () => {
      if (mirror.current.hasActiveChat || settings.given['greetings']) startApp();
      // Not fixed to the screen: a page that transforms its body has us in it.
      if (box.offsetParent || document.querySelector(MORE)) void more();
    });
    drain(globals.LiveChatWidget);
  }

  listen(signal, small, 'change', () => {
    draw();
    line?.change('none', visibility.current);
  });
  listen(signal, document, 'click', (event) => {
    if ((event.target as Element).closest?.(MORE)) void more(event);
  });
  // A page that wants to say something before the widget can be seen, or has a look of its own for it.
  if (
    globals.LC_API?.['on_before_load'] ||
    settings.given['look'] ||
    settings.given['custom_container'] ||
    settings.given['disable_minimized']
  )
    more('before').then(begin, begin);
  else begin();
}
