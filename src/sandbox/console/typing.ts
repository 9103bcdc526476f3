import { signal } from '@preact/signals';
import type { Clock } from './clock';
import { type Json, readObject, readText } from './read';

const RENEW_MS = 5_000;
// An agent who closes the page never says that they stopped.
const FORGET_MS = 8_000;

/** Tells the others that we type: at once, again while it goes on, and when it ends. */
export function createTypingOut(tell: (chatId: string, isTyping: boolean) => void, clock: Clock) {
  let chatId: string | undefined;
  let lastKeyAt = 0;
  let cancel = () => {};

  function renew(id: string) {
    cancel = clock.after(RENEW_MS, () => {
      if (clock.now() - lastKeyAt >= RENEW_MS) return stop();
      tell(id, true);
      renew(id);
    });
  }

  function typed(id: string) {
    lastKeyAt = clock.now();
    if (chatId === id) return;
    stop();
    chatId = id;
    tell(id, true);
    renew(id);
  }

  function stop() {
    cancel();
    if (chatId !== undefined) tell(chatId, false);
    chatId = undefined;
  }

  /** The message says it better, and a new connection knows nothing of it. */
  function forget() {
    cancel();
    chatId = undefined;
  }

  return { typed, stop, forget };
}

export interface Peek {
  readonly authorId: string;
  readonly text: string;
}

/** What a colleague does, and how we stop waiting for the end of it. */
export interface Busy {
  readonly words: string;
  readonly cancel: () => void;
}

/** What others are doing right now: the customer's unsent text, and which agents type. */
export function createTypingIn(clock: Clock) {
  const peeks = signal<ReadonlyMap<string, Peek>>(new Map());
  const agents = signal<ReadonlyMap<string, ReadonlyMap<string, Busy>>>(new Map());

  function peeked(chatId: string, sneakPeek: Json) {
    const next = new Map(peeks.peek());
    const text = readText(sneakPeek, 'text') ?? '';
    if (text.trim()) next.set(chatId, { authorId: readText(sneakPeek, 'author_id') ?? '', text });
    else next.delete(chatId);
    peeks.value = next;
  }

  function indicated(chatId: string, indicator: Json) {
    const authorId = readText(indicator, 'author_id') ?? '';
    stopped(chatId, authorId);
    if (indicator['is_typing'] === true) begun(chatId, authorId, 'is typing…');
  }

  function thought(chatId: string, indicator: Json) {
    const authorId = readText(indicator, 'author_id') ?? '';
    stopped(chatId, authorId);
    const what = [readText(indicator, 'title'), readText(indicator, 'description')].filter(Boolean).join(', ');
    begun(chatId, authorId, what ? `is thinking: ${what}` : 'is thinking…');
  }

  function begun(chatId: string, authorId: string, words: string) {
    const cancel = clock.after(FORGET_MS, () => stopped(chatId, authorId));
    const inChat = new Map(agents.peek().get(chatId)).set(authorId, { words, cancel });
    agents.value = new Map(agents.peek()).set(chatId, inChat);
  }

  function stopped(chatId: string, authorId: string) {
    const inChat = new Map(agents.peek().get(chatId));
    inChat.get(authorId)?.cancel();
    if (inChat.delete(authorId)) agents.value = new Map(agents.peek()).set(chatId, inChat);
    if (peeks.peek().get(chatId)?.authorId === authorId) drop(chatId);
  }

  function drop(chatId: string) {
    const next = new Map(peeks.peek());
    if (next.delete(chatId)) peeks.value = next;
  }

  function clear(chatId?: string) {
    for (const [id, inChat] of agents.peek()) {
      if (chatId === undefined || id === chatId) for (const authorId of inChat.keys()) stopped(id, authorId);
    }
    if (chatId === undefined) peeks.value = new Map();
    else drop(chatId);
  }

  function hear(action: string, payload: Json) {
    const chatId = readText(payload, 'chat_id') ?? '';
    if (action === 'incoming_sneak_peek') peeked(chatId, readObject(payload, 'sneak_peek'));
    if (action === 'incoming_typing_indicator') indicated(chatId, readObject(payload, 'typing_indicator'));
    if (action === 'incoming_thinking_indicator') thought(chatId, payload);
    if (action === 'incoming_event') stopped(chatId, readText(readObject(payload, 'event'), 'author_id') ?? '');
    if (action === 'user_removed_from_chat') stopped(chatId, readText(payload, 'user_id') ?? '');
    if (action === 'chat_deactivated') clear(chatId);
  }

  return { peeks, agents, hear, clear };
}
