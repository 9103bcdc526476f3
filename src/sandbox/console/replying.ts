import { signal } from '@preact/signals';
import type { Actions } from './actions';
import type { Http } from './http';
import type { createOutgoing } from './outgoing';
import type { createTypingOut } from './typing';

interface Options {
  readonly outgoing: ReturnType<typeof createOutgoing>;
  readonly typingOut: ReturnType<typeof createTypingOut>;
  readonly http: Pick<Http, 'upload'>;
  readonly actions: Pick<Actions, 'sendEvent'>;
  readonly quietly: (request: Promise<unknown>) => Promise<unknown>;
  readonly newId: () => string;
}

/** What the agent is about to say, in each chat: text and files, to everybody or among agents. */
export function createReplying({ outgoing, typingOut, http, actions, quietly, newId }: Options) {
  const drafts = signal<ReadonlyMap<string, string>>(new Map());
  const privately = signal<ReadonlySet<string>>(new Set());

  function draft(chatId: string, text: string) {
    drafts.value = new Map(drafts.peek()).set(chatId, text);
    // A note among agents is nothing that the customer should wait for.
    if (text.trim() && !privately.peek().has(chatId)) typingOut.typed(chatId);
    else typingOut.stop();
  }

  function setPrivate(chatId: string, isPrivate: boolean) {
    const rest = [...privately.peek()].filter((id) => id !== chatId);
    privately.value = new Set(isPrivate ? [...rest, chatId] : rest);
    if (isPrivate) typingOut.stop();
  }

  function send(chatId: string) {
    const text = (drafts.peek().get(chatId) ?? '').trim();
    if (!text) return;
    draft(chatId, '');
    void quietly(outgoing.add(chatId, text, privately.peek().has(chatId)));
  }

  function visibilityIn(chatId: string): 'agents' | 'all' {
    return privately.peek().has(chatId) ? 'agents' : 'all';
  }

  /** Any event but a text of one's own, to whom the switch says. */
  function sendEvent(chatId: string, event: object): Promise<unknown> {
    return actions.sendEvent(chatId, { custom_id: newId(), visibility: visibilityIn(chatId), ...event });
  }

  async function sendFile(chatId: string, file: File): Promise<unknown> {
    const url = await http.upload(file);
    return sendEvent(chatId, { type: 'file', url });
  }

  return { drafts, privately, draft, setPrivate, send, sendEvent, sendFile };
}
