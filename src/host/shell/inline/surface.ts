import { createDirectBridges } from '../bridge';
import type { ShellBridge, ToShell } from '../contract';
import type { LineHost } from '../window/host';
import { connectSurface as connectFrame, makeSurface as makeFrame } from '../window/surface';

// What is typed in our field is none of the page's business, though its shortcuts would take it for theirs.
const OURS = 'keydown keyup keypress beforeinput input paste copy cut';

const isFramed = ({ script }: LineHost) => script.src !== '' || !script.loadApp;

/** In a package: the app is a part of it and draws into a shadow root of the page, unless the page names a frame. */
export function makeSurface(host: LineHost): HTMLElement {
  if (isFramed(host)) return makeFrame(host);
  const { tools, signal } = host;
  const surface = tools.make('div', { id: 'chat-widget' });
  surface.attachShadow({ mode: 'open' });
  tools.listen(signal, surface, OURS, (event) => event.stopPropagation());
  return surface;
}

export function connectSurface(surface: HTMLElement, host: LineHost, onConnect: () => void): ShellBridge {
  const root = surface.shadowRoot;
  if (isFramed(host) || !root) return connectFrame(surface, host, onConnect);
  const { box, signal, script, tools } = host;
  const place = tools.make('div', {});
  let listener: (message: ToShell) => void = () => {};
  let shell: ShellBridge | undefined;
  let unmount: (() => void) | undefined;

  async function load() {
    const mount = await script.loadApp?.();
    if (!mount || signal.aborted || shell) return;
    const bridges = createDirectBridges();
    shell = bridges.shell;
    shell.listen((message) => {
      // What it knows goes with it. Put in its place again, it begins anew.
      if (message.type === 'logged-out') end();
      listener(message);
    });
    unmount = mount(place, bridges.app);
    onConnect();
  }

  function end(): void {
    shell?.close();
    unmount?.();
    shell = unmount = undefined;
  }

  // Put in its place again, it tries again. That it cannot be had, the window says by itself.
  const observer = new MutationObserver(() => void load().catch(() => {}));
  observer.observe(box, { childList: true });
  root.append(place);
  return {
    send: (message) => shell?.send(message),
    listen(next) {
      listener = next;
    },
    close() {
      observer.disconnect();
      end();
    },
  };
}
