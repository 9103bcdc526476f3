import type { Page, WebSocketRoute } from '@playwright/test';
import type { Frame, HostilePlace } from '../../../test/support/hostile-corpus';

type Json = { readonly [key: string]: unknown };

/** The line between a widget and its service, with somebody in the middle. */
export interface HostileLine {
  readonly place: () => HostilePlace;
  /** How often it was opened. */
  readonly opened: () => number;
  send(frame: Frame): void;
  /** What answers to this action are turned into, from now on. */
  spoil(action: string, turn: ((answer: Json) => string) | undefined): void;
}

export async function standBetween(page: Page, agentId: string): Promise<HostileLine> {
  const turns = new Map<string, (answer: Json) => string>();
  let toVisitor: WebSocketRoute | undefined;
  let opened = 0;
  let chatId = '';
  let threadId = '';
  let customerId = '';

  function overhear(frame: Json): void {
    const payload = (frame['payload'] ?? {}) as Json;
    const chat = (payload['chat'] ?? {}) as Json;
    const thread = (chat['thread'] ?? (chat['threads'] as Json[] | undefined)?.[0] ?? {}) as Json;
    chatId = String(payload['chat_id'] ?? chat['id'] ?? chatId);
    threadId = String(payload['thread_id'] ?? thread['id'] ?? threadId);
    if (frame['action'] === 'login')
      customerId = String((payload['customer'] as Json | undefined)?.['id'] ?? payload['customer_id']);
  }

  await page.routeWebSocket(/customer\/rtm\/ws/, (socket) => {
    opened += 1;
    toVisitor = socket;
    const service = socket.connectToServer();
    service.onMessage((text) => {
      const frame = JSON.parse(String(text)) as Json;
      overhear(frame);
      const turn = frame['type'] === 'response' ? turns.get(String(frame['action'])) : undefined;
      socket.send(turn ? turn(frame) : text);
    });
  });

  return {
    place: () => ({ chatId, threadId, agentId, customerId }),
    opened: () => opened,
    send: (frame) => toVisitor?.send(frame),
    spoil(action, turn) {
      if (turn) turns.set(action, turn);
      else turns.delete(action);
    },
  };
}
