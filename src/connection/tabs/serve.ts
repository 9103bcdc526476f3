import type { Json } from '../../protocol';
import type { Connection } from '../connection';
import { LineError } from '../line-error';
import type { Unsigned } from './letters';

// What its chat begins with is for each tab to say: for none if it says nothing.
const ofItsOwn = { welcome_message_id: undefined };
// A tab that slept over a request must not do it any more: whoever asked has looked elsewhere since.
const STALE_MS = 3_000;
const MOST_KEPT = 50;
/** What the log-in says too: who comes later has to hear what has changed since. Customer Chat API v3.0 to v3.6. */
const CHANGES_LOG_IN = /^(groups_status|customer_(?!disc)|(incoming_)?greeting)/;

type Post = (letter: Unsigned) => void;

interface ServeParts {
  readonly line: string;
  readonly connection: Connection;
  readonly now: () => number;
  readonly post: Post;
}

/** One log-in of ours, for all tabs: their requests become ours, and what is pushed to us is told to them. */
export function serveLine({ line, connection, now, post }: ServeParts) {
  const { login, ping } = connection.dialect.actions;
  const sinceLogIn: string[] = [];

  connection.overhear = ({ action, payload }) => {
    // Without the id: it is one of ours, and would end a request of theirs.
    const text = JSON.stringify({ type: 'push', action, payload });
    post({ type: 'push', line, text });
    if (CHANGES_LOG_IN.test(action)) sinceLogIn.splice(0, Math.max(0, sinceLogIn.push(text) - MOST_KEPT));
  };

  /** Whatever it is called by, it has the shape of what the service would have sent. */
  async function answer(to: string, { request_id, action, payload }: Request): Promise<void> {
    const say = (success: boolean, told: unknown) =>
      post({
        type: 'answer',
        to,
        line,
        text: JSON.stringify({ type: 'response', request_id, action, success, payload: told }),
      });
    if (action === login) {
      say(true, connection.loginAnswer);
      for (const text of sinceLogIn) post({ type: 'answer', to, line, text });
      return;
    }
    try {
      say(true, action === ping ? {} : (await connection.ask(action, { ...ofItsOwn, ...payload })).payload);
    } catch (error) {
      // In doubt they find out by their own deadline, or lose the line with us.
      if (error instanceof LineError && !error.isDoubtful) {
        say(false, { error: { type: error.code, message: '', data: error.data } });
      }
    }
  }

  return {
    line,
    hear(from: string, text: string, at: number): void {
      const age = now() - at;
      if (age >= 0 && age < STALE_MS) void answer(from, JSON.parse(text) as Request);
    },
    stop(): void {
      delete connection.overhear;
      post({ type: 'closed', line });
    },
  };
}
export type Service = ReturnType<typeof serveLine>;

interface Request {
  readonly request_id: string;
  readonly action: `${string}_${string}`;
  readonly payload: Json;
}
