import type { Page, WebSocketRoute } from '@playwright/test';
import type { Frame, HostilePlace } from '../../../test/support/hostile-corpus';

type Json = { readonly [key: string]: unknown };

/** The line between a widget and its service, with somebody in the middle. */
export interface HostileLine {
  readonly place: () => HostilePlace;
  /** How often it was opened. */
  readonly opened: () => number;
  send(frame: Frame): void;
  /** What the next answer to this action is turned into. */
  spoil(action: string, turn: (answer: Json) => string): void;
  /** Whether somebody has asked, and was answered so. */
  hasSpoilt(action: string): boolean;
  /** Whether the visitor was told of it by the service. */
  hasTold(text: string): boolean;
  /** Whether the visitor's side has said it to the service. */
  hasSaid(text: string): boolean;
}

export async function standBetween(page: Page, agentId: string): Promise<HostileLine> {
  const turns = new Map<string, (answer: Json) => string>();
  let toVisitor: WebSocketRoute | undefined;
  let opened = 0;
  let told = '';
  let said = '';
  let chatId = '';
  let threadId = '';
  let customerId = '';

  function overhear(frame: Json): void {
    const payload = (frame['payload'] ?? {}) as Json;
    const chat = (payload['chat'] ?? {}) as Json;
    const thread = (chat['thread'] ?? {}) as Json;
    const customer = (payload['customer'] ?? {}) as Json;
    chatId = textOf(payload['chat_id'], chat['id']) ?? chatId;
    threadId = textOf(payload['thread_id'], thread['id']) ?? threadId;
    if (frame['action'] === 'login') customerId = textOf(customer['id'], payload['customer_id']) ?? customerId;
  }

  await page.routeWebSocket(/customer\/rtm\/ws/, (socket) => {
    opened += 1;
    toVisitor = socket;
    const service = socket.connectToServer();
    socket.onMessage((text) => {
      said += String(text);
      service.send(text);
    });
    service.onMessage((text) => {
      const frame = JSON.parse(String(text)) as Json;
      overhear(frame);
      told += String(text);
      const action = String(frame['action']);
      const turn = frame['type'] === 'response' ? turns.get(action) : undefined;
      turns.delete(action);
      socket.send(turn ? turn(frame) : text);
    });
  });

  return {
    place: () => ({ chatId, threadId, agentId, customerId }),
    opened: () => opened,
    send: (frame) => toVisitor?.send(frame),
    spoil: (action, turn) => turns.set(action, turn),
    hasSpoilt: (action) => !turns.has(action),
    hasTold: (text) => told.includes(text),
    hasSaid: (text) => said.includes(text),
  };
}

const textOf = (...values: readonly unknown[]): string | undefined => values.find((value) => typeof value === 'string');
