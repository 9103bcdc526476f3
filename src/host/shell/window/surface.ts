import { connectFrame } from '../bridge';
import type { ShellBridge } from '../contract';
import type { LineHost } from './host';

/** Where the app draws: an iframe, with the app that lies beside our script. Put in its place again, it starts anew. */
export function makeSurface({ tools, script }: LineHost): HTMLElement {
  const src = new URL('frame.html', script.src).href;
  return tools.make('iframe', { id: 'chat-widget', name: 'chat-widget', title: tools.words.chat, src });
}

/** The line to the app. `onConnect` is told of each document in the iframe. */
export function connectSurface(surface: HTMLElement, _host: LineHost, onConnect: () => void): ShellBridge {
  const iframe = surface as HTMLIFrameElement;
  return connectFrame(iframe, new URL(iframe.src).origin, onConnect);
}
