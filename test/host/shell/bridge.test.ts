// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type AppBridge,
  acceptPort,
  connectFrame,
  createDirectBridges,
  HELLO,
  type ShellBridge,
  type ToApp,
  type ToShell,
} from '../../../src/host/shell';

const origin = 'https://cdn.example';
const call = (name: string): ToApp => ({ type: 'call', name, payload: { text: name } });
const event = (name: string): ToShell => ({ type: 'event', name, payload: { id: 1 } });
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** An iframe and its page, as far as the two see each other: windows that post to one another. */
function createFramePair() {
  const inside = Object.assign(new EventTarget(), {
    parent: {} as { postMessage(data: unknown, target: string): void },
  });
  const contentWindow = {
    posted: [] as [unknown, string][],
    postMessage(data: unknown, target: string, ports: MessagePort[]) {
      contentWindow.posted.push([data, target]);
      deliver(inside, data, { origin: location.origin, source: inside.parent, ports });
    },
  };
  inside.parent.postMessage = (data, target) => {
    expect([data, target]).toEqual([HELLO, '*']);
    deliver(window, data, { origin, source: contentWindow });
  };
  const iframe = { contentWindow } as unknown as HTMLIFrameElement;
  return { iframe, contentWindow, inside, self: inside as unknown as Window };
}

function deliver(target: EventTarget, data: unknown, more: object) {
  target.dispatchEvent(Object.assign(new Event('message'), { data, ports: [] }, more));
}

async function createPortBridges(): Promise<{ shell: ShellBridge; app: AppBridge }> {
  const { iframe, self } = createFramePair();
  const shell = connectFrame(iframe, origin);
  const app = await acceptPort(self);
  return { shell, app };
}

describe.each([
  ['direct', () => Promise.resolve(createDirectBridges())],
  ['over a MessagePort', createPortBridges],
])('a bridge: %s', (_, create) => {
  const open = async () => {
    const bridges = await create();
    closers.push(
      () => bridges.shell.close(),
      () => bridges.app.close(),
    );
    return bridges;
  };

  it('carries messages both ways, in order', async () => {
    const { shell, app } = await open();
    const toApp: ToApp[] = [];
    const toShell: ToShell[] = [];
    app.listen((message) => toApp.push(message));
    shell.listen((message) => toShell.push(message));
    shell.send(call('one'));
    shell.send(call('two'));
    app.send(event('one'));
    app.send(event('two'));
    await vi.waitUntil(() => toApp.length === 2 && toShell.length === 2);
    expect(toApp).toEqual([call('one'), call('two')]);
    expect(toShell).toEqual([event('one'), event('two')]);
  });

  it('keeps what comes before somebody listens', async () => {
    const { shell, app } = await open();
    shell.send(call('early'));
    await new Promise((resolve) => setTimeout(resolve));
    const toApp: ToApp[] = [];
    app.listen((message) => toApp.push(message));
    shell.send(call('late'));
    await vi.waitUntil(() => toApp.length === 2);
    expect(toApp).toEqual([call('early'), call('late')]);
  });

  it('never calls back from inside a call', async () => {
    const { shell, app } = await open();
    const heard = vi.fn();
    app.listen(heard);
    shell.send(call('x'));
    expect(heard).not.toHaveBeenCalled();
    await vi.waitUntil(() => heard.mock.calls.length === 1);
  });

  it('says nothing any more when it is closed', async () => {
    const { shell, app } = await open();
    const heard = vi.fn();
    shell.listen(heard);
    app.send(event('before'));
    await vi.waitUntil(() => heard.mock.calls.length === 1);
    shell.close();
    app.send(event('after'));
    shell.send(call('after'));
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(heard).toHaveBeenCalledOnce();
  });
});

describe('the page’s end', () => {
  it('answers a hello only of its own iframe, from the right origin, with the exact word', () => {
    const { iframe, contentWindow } = createFramePair();
    const shell = connectFrame(iframe, origin);
    closers.push(() => shell.close());

    deliver(window, HELLO, { origin: 'https://evil.example', source: contentWindow });
    deliver(window, HELLO, { origin, source: { postMessage() {} } });
    deliver(window, HELLO, { origin, source: null });
    deliver(window, `${HELLO}1`, { origin, source: contentWindow });
    deliver(window, { type: HELLO }, { origin, source: contentWindow });
    expect(contentWindow.posted).toEqual([]);

    deliver(window, HELLO, { origin, source: contentWindow });
    expect(contentWindow.posted).toEqual([[HELLO, origin]]);
  });

  it('gives a new port to a document that comes again, and says so', async () => {
    const { iframe, self } = createFramePair();
    const onConnect = vi.fn();
    const shell = connectFrame(iframe, origin, onConnect);
    const first = await acceptPort(self);
    const second = await acceptPort(self);
    closers.push(
      () => shell.close(),
      () => first.close(),
      () => second.close(),
    );
    expect(onConnect).toHaveBeenCalledTimes(2);

    const [old, young, heard] = [vi.fn(), vi.fn(), vi.fn()];
    first.listen(old);
    second.listen(young);
    shell.listen(heard);
    shell.send(call('x'));
    second.send(event('y'));
    await vi.waitUntil(() => young.mock.calls.length && heard.mock.calls.length);
    expect(old).not.toHaveBeenCalled();
  });
});

describe('the iframe’s end', () => {
  it('takes a port only from its parent, on an allowed origin, with the word', async () => {
    const { inside, self } = createFramePair();
    inside.parent.postMessage = () => {};
    const accepted = vi.fn();
    void acceptPort(self, new Set(['https://shop.example'])).then(accepted);
    const { port1, port2 } = new MessageChannel();
    closers.push(() => port1.close());
    const ports = [port2];

    deliver(inside, HELLO, { origin: 'https://evil.example', source: inside.parent, ports });
    deliver(inside, HELLO, { origin: 'https://shop.example', source: {}, ports });
    deliver(inside, HELLO, { origin: 'https://shop.example', source: inside.parent });
    deliver(inside, 'hi', { origin: 'https://shop.example', source: inside.parent, ports });
    await Promise.resolve();
    expect(accepted).not.toHaveBeenCalled();

    deliver(inside, HELLO, { origin: 'https://shop.example', source: inside.parent, ports });
    await vi.waitUntil(() => accepted.mock.calls.length === 1);
  });
});
