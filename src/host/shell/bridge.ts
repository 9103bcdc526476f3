import { type AppBridge, type Bridge, HELLO, type ShellBridge, type ToApp, type ToShell } from './contract';

/**
 * The page's end. Listens until it is closed: a document that comes again in the iframe (the page moved it) says hello
 * again and gets a new port. `onConnect` is told each time; before the first, nothing can be sent.
 */
export function connectFrame(iframe: HTMLIFrameElement, origin: string, onConnect?: () => void): ShellBridge {
  let port: MessagePort | undefined;
  let listener: (message: ToShell) => void;

  function onMessage({ source, origin: from, data }: MessageEvent) {
    const frame = iframe.contentWindow;
    if (!frame || source !== frame || from !== origin || data !== HELLO) return;
    port?.close();
    const { port1, port2 } = new MessageChannel();
    port = port1;
    port.onmessage = (event) => listener(Object(event.data));
    frame.postMessage(HELLO, origin, [port2]);
    onConnect?.();
  }

  addEventListener('message', onMessage);
  return {
    send: (message) => port?.postMessage(message),
    listen(next) {
      listener = next;
    },
    close() {
      removeEventListener('message', onMessage);
      port?.close();
    },
  };
}

/** A port keeps its messages until somebody hears them. */
function hear<T>(port: MessagePort, listener: (message: T) => void): void {
  port.onmessage = ({ data }) => listener(Object(data));
}

/**
 * The iframe's end. Says hello to the parent, whoever it is, and takes the first port that the parent answers with; if
 * there is a list of origins, only from one of these. In a page of its own nobody answers.
 */
export function acceptPort(self: Window, allowedOrigins?: ReadonlySet<string>): Promise<AppBridge> {
  return new Promise((resolve) => {
    self.addEventListener('message', function onMessage({ source, origin, data, ports: [port] }: MessageEvent) {
      const isAllowed = source === self.parent && (!allowedOrigins || allowedOrigins.has(origin));
      if (!isAllowed || data !== HELLO || !port) return;
      self.removeEventListener('message', onMessage);
      resolve({
        send: (message) => port.postMessage(message),
        listen: (listener) => hear(port, listener),
        close: () => port.close(),
      });
    });
    // The only message to anybody, so there is nothing in it.
    self.parent.postMessage(HELLO, '*');
  });
}

/** Both ends in one realm. A message arrives in a microtask: neither end is ever called from inside its own call. */
export function createDirectBridges(): { shell: ShellBridge; app: AppBridge } {
  const toShell = createInbox<ToShell>();
  const toApp = createInbox<ToApp>();
  return { shell: createEnd(toShell, toApp), app: createEnd(toApp, toShell) };
}

interface Inbox<T> {
  kept: T[];
  listener: ((message: T) => void) | undefined;
  isClosed: boolean;
}

function createInbox<T>(): Inbox<T> {
  return { kept: [], listener: undefined, isClosed: false };
}

function createEnd<In, Out>(mine: Inbox<In>, theirs: Inbox<Out>): Bridge<In, Out> {
  return {
    send(message) {
      queueMicrotask(() => {
        if (theirs.isClosed || mine.isClosed) return;
        if (theirs.listener) theirs.listener(message);
        else theirs.kept.push(message);
      });
    },
    listen(listener) {
      mine.listener = listener;
      for (const message of mine.kept.splice(0)) queueMicrotask(() => mine.isClosed || listener(message));
    },
    close() {
      mine.isClosed = true;
    },
  };
}
