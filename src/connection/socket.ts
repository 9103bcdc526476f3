import type { Diagnostics } from '../domain';

/** One WebSocket, from open to close. */
export interface Socket {
  send(text: string): unknown;
  close(): void;
}

export interface SocketListener {
  opened(): void;
  /** Any frame at all: a sign of life. `text` is missing when the frame cannot be one of ours. */
  received(text: string | undefined): void;
  closed(code: number): void;
}

export type OpenSocket = (url: string, listener: SocketListener) => Socket;

const MOST_CHARACTERS = 1_048_576;

/** Opens sockets with the constructor that is handed in. After `close()` the listener hears nothing more. */
export function createOpenSocket(WebSocketClass: typeof WebSocket, diagnostics: Diagnostics): OpenSocket {
  return (url, listener) => {
    let isOver = false;
    const socket = new WebSocketClass(url);
    socket.binaryType = 'arraybuffer';

    const end = (code: number) => {
      if (isOver) return;
      isOver = true;
      listener.closed(code);
    };
    socket.onopen = () => !isOver && listener.opened();
    socket.onclose = (event) => end(event.code);
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isOver) return;
      const isOurs = typeof data === 'string' && data.length <= MOST_CHARACTERS;
      if (!isOurs) diagnostics.report(typeof data === 'string' ? 'frame too large' : 'frame not text');
      listener.received(isOurs ? data : undefined);
    };

    return {
      // One that the other side is closing complains in the console of the page.
      send: (text) => socket.readyState === 1 && socket.send(text),
      close() {
        isOver = true;
        socket.close(1000);
      },
    };
  };
}
