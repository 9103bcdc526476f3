import { signal } from '@preact/signals';
import type { Actions } from './actions';
import { type Chats, mergeHistory } from './merge';
import { isMember } from './model';
import { applyPush, changeChat, putChat } from './pushes';
import { type Json, readObjects, readText, toObject } from './read';
import { RequestError } from './rtm-requests';
import { present, readChat, readThread } from './wire-chat';

type Quiet = (request: Promise<unknown>) => Promise<unknown>;

/** The chats, kept right: by pushes while the line is there, by asking after it was not. */
export function createChatStore(actions: Actions, myId: string, quietly: Quiet) {
  const chats = signal<Chats>(new Map());
  const reading = new Set<string>();
  const asked = new Set<string>();
  const followed = new Set<string>();
  /** Heard of on this connection: what is not in the server's list and not here, is gone. */
  let fresh = new Set<string>();

  function put(wireChats: readonly Json[]) {
    for (const chat of present(wireChats.map(readChat))) {
      fresh.add(chat.id);
      chats.value = putChat(chats.peek(), chat);
      follow(chat.id);
    }
  }

  /** Members hear everything. Whoever only looks on hears it by following. */
  function follow(chatId: string) {
    const chat = chats.peek().get(chatId);
    if (!chat?.isActive || chat.isFollowed || isMember(chat, myId) || followed.has(chatId)) return;
    followed.add(chatId);
    void quietly(actions.follow(chatId));
  }

  function hear(action: string, payload: unknown) {
    const fields = toObject(payload);
    const chatId = readText(fields, action === 'chat_access_updated' ? 'id' : 'chat_id');
    if (action === 'incoming_chat') return put([toObject(fields['chat'])]);
    if (chatId && !chats.peek().has(chatId)) return void ask(chatId);
    chats.value = applyPush(chats.peek(), action, payload);
    if (!chatId) return;
    if (action === 'chat_access_updated') void stillOurs(chatId);
    // Following ends when a chat is started again.
    if (action === 'chat_deactivated') followed.delete(chatId);
    if (action === 'user_removed_from_chat' && fields['user_id'] === myId) follow(chatId);
  }

  /** The chat went to other groups: whether those are ours, the server knows. Who takes part keeps it. */
  async function stillOurs(chatId: string): Promise<void> {
    const chat = chats.peek().get(chatId);
    if (!chat || isMember(chat, myId)) return;
    const isGone = await actions.getChat(chatId).then(
      () => false,
      (error: unknown) =>
        error instanceof RequestError && (error.code === 'missing_access' || error.code === 'not_found'),
    );
    if (!isGone) return;
    chats.value = new Map([...chats.peek()].filter(([id]) => id !== chatId));
    // It may come back to us.
    asked.delete(chatId);
  }

  /** A push about a chat that we never heard of. Once is enough: it may be one that we may not see. */
  async function ask(chatId: string): Promise<void> {
    if (asked.has(chatId)) return;
    asked.add(chatId);
    const answer = await quietly(actions.getChat(chatId));
    if (answer) put([toObject(answer)]);
  }

  async function sync(login: Json): Promise<void> {
    fresh = new Set();
    asked.clear();
    followed.clear();
    reading.clear();
    put(readObjects(login, 'chats_summary'));
    const list = toObject(await quietly(actions.listChats()));
    put(readObjects(list, 'chats_summary'));
    const isWhole = 'chats_summary' in list && !readText(list, 'next_page_id');
    if (isWhole) chats.value = new Map([...chats.peek()].filter(([id]) => fresh.has(id)));
  }

  /** The newest threads, or those before the oldest that we hold. */
  async function read(chatId: string, which: 'newest' | 'older'): Promise<boolean> {
    const history = chats.peek().get(chatId)?.history;
    const pageId = which === 'older' && history?.state === 'read' ? history.olderPageId : undefined;
    if (reading.has(chatId) || (which === 'older' && !pageId)) return false;
    reading.add(chatId);
    const answer = await quietly(actions.listThreads(chatId, pageId));
    reading.delete(chatId);
    if (!answer) return false;
    const page = toObject(answer);
    const threads = present(readObjects(page, 'threads').map(readThread));
    const olderPageId = readText(page, 'next_page_id');
    chats.value = changeChat(chats.peek(), chatId, (chat) =>
      mergeHistory(chat, threads, { state: 'read', olderPageId }),
    );
    return true;
  }

  return { chats, hear, sync, read };
}
