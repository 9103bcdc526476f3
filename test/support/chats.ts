import type {
  Agent,
  Chat,
  ChatEvent,
  ChatId,
  Customer,
  CustomId,
  EventId,
  Greeting,
  Message,
  Place,
  Rank,
  SystemNote,
  Thread,
  ThreadId,
  UserId,
} from '../../src/domain';

/** Made-up people and events, short to write in tests. */

export const chatId = 'CHAT000001' as ChatId;
export const threadId = 'THREAD0001' as ThreadId;
export const meId = 'c0ffee00-0000-4000-8000-000000000001' as UserId;
export const anaId = 'a0000000000000000000000000000001' as UserId;

export const me: Customer = { kind: 'customer', id: meId, isPresent: true };
export const ana: Agent = { kind: 'agent', id: anaId, name: 'Ana', jobTitle: 'Advisor', isPresent: true };
/** Ana's, seen by nobody yet. */
export const greeting: Greeting = {
  id: 7,
  uniqueId: 'u1',
  isFirstTime: true,
  isAccepted: false,
  isExitIntent: false,
  content: { kind: 'message', text: 'Hi' },
  agent: ana,
};

const start = Date.UTC(2026, 1, 11, 9, 0, 0);

/** `seconds` after nine o'clock. */
export function placeAt(seconds: number): Place {
  const at = start + seconds * 1_000;
  return { at, rank: `${new Date(at).toISOString().slice(0, -1)}000000` as Rank };
}

let count = 0;

export function message(seconds: number, parts: Partial<Message> = {}): Message {
  count += 1;
  return {
    kind: 'message',
    id: `${threadId}_${count}` as EventId,
    threadId,
    place: placeAt(seconds),
    authorId: anaId,
    text: `message ${count}`,
    ...parts,
  };
}

export function ownMessage(seconds: number, text: string, customId: string): Message {
  return message(seconds, { authorId: meId, text, customId: customId as CustomId });
}

export function systemNote(seconds: number, code: string, vars: Record<string, string> = {}): SystemNote {
  count += 1;
  return {
    kind: 'system',
    id: `${threadId}_${count}` as EventId,
    threadId,
    place: placeAt(seconds),
    code,
    text: code,
    vars: new Map(Object.entries(vars)),
  };
}

export function thread(events: readonly ChatEvent[], parts: Partial<Thread> = {}): Thread {
  return { id: threadId, isActive: true, place: placeAt(0), userIds: [meId, anaId], events, ...parts };
}

export function chat(parts: Partial<Chat> = {}): Chat {
  return { id: chatId, isActive: true, users: [me, ana], lastThreadId: threadId, ...parts };
}
