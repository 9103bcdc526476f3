import { signal } from '@preact/signals';
import { RequestError } from './rtm-requests';

/** A reply that the server has not confirmed. Once its event is in the chat, it is gone from here. */
export interface Outgoing {
  readonly customId: string;
  readonly chatId: string;
  readonly text: string;
  readonly isForAgents: boolean;
  readonly state: 'sending' | 'waiting' | 'failed';
}

type Request = (action: string, payload: unknown) => Promise<unknown>;

export function createOutgoing(request: Request, newId: () => string) {
  const items = signal<readonly Outgoing[]>([]);

  function mark(customId: string, state: Outgoing['state']) {
    items.value = items.peek().map((item) => (item.customId === customId ? { ...item, state } : item));
  }

  async function send(item: Outgoing): Promise<void> {
    mark(item.customId, 'sending');
    const visibility = item.isForAgents ? 'agents' : 'all';
    const event = { type: 'message', text: item.text, custom_id: item.customId, visibility };
    try {
      await request('send_event', { chat_id: item.chatId, event });
    } catch (error) {
      // Without an answer nobody knows whether it arrived. The history will tell, see `resume`.
      const isUnknown = error instanceof RequestError && (error.code === 'offline' || error.code === 'request_timeout');
      mark(item.customId, isUnknown ? 'waiting' : 'failed');
      if (!isUnknown) throw error;
    }
  }

  function add(chatId: string, text: string, isForAgents = false): Promise<void> {
    const item: Outgoing = { customId: newId(), chatId, text, isForAgents, state: 'sending' };
    items.value = [...items.peek(), item];
    return send(item);
  }

  function retry(customId: string): Promise<void> {
    const item = items.peek().find((each) => each.customId === customId);
    return item ? send(item) : Promise.resolve();
  }

  function drop(customId: string) {
    items.value = items.peek().filter((item) => item.customId !== customId);
  }

  /** Its event was seen, in a push or in the history. */
  function arrived(customIds: ReadonlySet<string>) {
    const rest = items.peek().filter((item) => !customIds.has(item.customId));
    if (rest.length < items.peek().length) items.value = rest;
  }

  /** After a gap, when the history of the chat has been read: what is not in it goes again, in order. */
  async function resume(chatId: string): Promise<void> {
    for (const item of items.peek()) {
      if (item.chatId === chatId && item.state === 'waiting') await send(item);
    }
  }

  return { items, add, retry, drop, arrived, resume };
}
