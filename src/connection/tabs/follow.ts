import type { Clock } from '../../domain';
import type { OpenSocket, Socket, SocketListener } from '../socket';
import type { Letter, Unsigned } from './letters';

// Whoever has the lock and does not answer for so long is frozen, or has crashed without letting go.
const ANSWERS_WITHIN_MS = 1_000;
const HIDDEN_ANSWERS_WITHIN_MS = 5_000;
const LOST = 1006;

interface FollowParts {
  readonly clock: Clock;
  readonly now: () => number;
  readonly post: (letter: Unsigned) => void;
  readonly isShown: () => boolean;
  /** Nobody answers. */
  readonly onSilence: () => void;
}

/** A socket that is none: what goes through it goes through the tab that leads. */
export function followLeader(parts: FollowParts, url: string, listener: SocketListener) {
  const { clock, post } = parts;
  let line: string | undefined;
  let isIn = false;
  let isOver = false;
  let own: Socket | undefined;
  let cancelWait = () => {};

  function join(): void {
    cancelWait();
    post({ type: 'join', isShown: parts.isShown() });
    cancelWait = clock.after(parts.isShown() ? ANSWERS_WITHIN_MS : HIDDEN_ANSWERS_WITHIN_MS, parts.onSilence);
  }

  function end(): void {
    if (isOver) return;
    close();
    listener.closed(LOST);
  }

  function close(): void {
    isOver = true;
    cancelWait();
    own?.close();
  }

  join();
  const socket: Socket = {
    send(text) {
      if (own) own.send(text);
      else if (line) post({ type: 'frame', line, text, at: parts.now() });
    },
    close,
  };

  return {
    socket,
    get isOver() {
      return isOver || own !== undefined;
    },
    /** Nothing had been said by way of the other tab: this one's own socket takes the place of it. */
    become(open: OpenSocket): boolean {
      if (line || isOver) return false;
      cancelWait();
      own = open(url, listener);
      return true;
    },
    end,
    hear(letter: Letter): void {
      if (isOver || own) return;
      switch (letter.type) {
        case 'joined':
          if (line) return;
          cancelWait();
          line = letter.line;
          listener.opened();
          break;
        case 'soon':
          cancelWait();
          break;
        case 'down':
          if (!line) end();
          break;
        case 'answer':
          if (letter.line !== line) return;
          isIn = true;
          listener.received(letter.text);
          break;
        case 'push':
          // Before the log-in it was for somebody who knew what it is about.
          if (letter.line === line && isIn) listener.received(letter.text);
          break;
        case 'closed':
          if (letter.line === line) end();
          break;
        case 'up':
        case 'leads':
          if (!line) join();
          else if (letter.type === 'up') end();
          break;
        default:
      }
    },
  };
}
export type Following = ReturnType<typeof followLeader>;
