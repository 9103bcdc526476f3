import { isObject, type Json } from './fields';
import type { Upload } from './files/store-file';
import type { Clock } from './ports';
import { ScriptedChat } from './scripted-chat';

/** The way to the Agent API: frames there, frames back, like any other console. */
export interface AgentLine {
  send(text: string): void;
  /** Over HTTP, beside the line. `origin` is that of the addresses; undefined if it was refused. */
  upload?(file: Upload, origin: string, token: string): string | undefined;
  close(): void;
}

export interface AgentLineEnd {
  readonly opened: () => void;
  readonly received: (text: string) => void;
  readonly closed: () => void;
}

export interface ScriptedAgentOptions {
  readonly clock: Clock;
  readonly token: string;
  readonly connect: (end: AgentLineEnd) => AgentLine;
}

const PING_MS = 15_000;
const RECONNECT_MS = 1_000;

/** Answers while no person takes chats, and steps back when one does. Knows nothing that the Agent API does not say. */
export function createScriptedAgent({ clock, token, connect }: ScriptedAgentOptions): { stop(): void } {
  let line: AgentLine | undefined;
  let isStopped = false;
  let cancelTimer = () => {};
  let count = 0;
  let ownId = '';
  const waiting = new Map<string, (payload: unknown) => void>();
  const statuses = new Map<string, string>();
  const chats = new Map<string, ScriptedChat>();

  function request(action: string, payload: object, then?: (payload: unknown) => void): void {
    count += 1;
    const id = `p${count}`;
    if (then) waiting.set(id, then);
    line?.send(JSON.stringify({ request_id: id, action, payload }));
  }

  function open(): void {
    line = connect({ opened: logIn, received, closed });
  }

  function logIn(): void {
    const application = { name: 'scripted agent', version: '1' };
    request('login', { token: `Bearer ${token}`, application }, (payload) => {
      const { my_profile, chats_summary } = payload as { my_profile: { id: string }; chats_summary: readonly Json[] };
      ownId = my_profile.id;
      ping();
      request('list_routing_statuses', {}, (list) => {
        for (const { agent_id, status } of list as readonly { agent_id: string; status: string }[]) {
          statuses.set(agent_id, status);
        }
        // Chats that were ours before the line broke: with their events, as if they came now.
        for (const { id } of chats_summary) request('get_chat', { chat_id: id }, (chat) => adopt(chat as Json));
        stepInOrBack();
      });
    });
  }

  function ping(): void {
    cancelTimer = clock.after(PING_MS, () => {
      line?.send('{"action":"ping"}');
      ping();
    });
  }

  function closed(): void {
    cancelTimer();
    line = undefined;
    waiting.clear();
    statuses.clear();
    for (const chat of chats.values()) chat.stop();
    chats.clear();
    if (!isStopped) cancelTimer = clock.after(RECONNECT_MS, open);
  }

  function received(text: string): void {
    const frame: unknown = JSON.parse(text);
    if (!isObject(frame)) return;
    const { type, action, success, request_id, payload } = frame;
    if (type === 'push') {
      if (isObject(payload)) pushes.get(String(action))?.(payload);
      return;
    }
    const then = waiting.get(String(request_id));
    waiting.delete(String(request_id));
    if (success === true) then?.(payload);
  }

  const pushes = new Map<string, (payload: Json) => void>([
    [
      'routing_status_set',
      ({ agent_id, status }) => {
        statuses.set(String(agent_id), String(status));
        stepInOrBack();
      },
    ],
    ['incoming_chat', ({ chat }) => isObject(chat) && adopt(chat)],
    ['incoming_event', ({ chat_id, event }) => isObject(event) && chats.get(String(chat_id))?.hear(event)],
    ['chat_deactivated', ({ chat_id }) => drop(String(chat_id))],
    [
      'user_removed_from_chat',
      ({ chat_id, user_id }) => {
        if (user_id === ownId) drop(String(chat_id));
        else chats.get(String(chat_id))?.colleagues.delete(String(user_id));
      },
    ],
    [
      'user_added_to_chat',
      ({ chat_id, user }) => {
        const isColleague = isObject(user) && user['type'] === 'agent' && user['id'] !== ownId;
        if (isColleague) chats.get(String(chat_id))?.colleagues.add(String(user['id']));
      },
    ],
  ]);

  function adopt(chat: Json): void {
    const id = String(chat['id']);
    if (chats.has(id) || !ScriptedChat.isOurs(chat, ownId)) return;
    const isAvailable = (status: string) => status === 'accepting_chats' || status === 'not_accepting_chats';
    const findColleague = () => humans(({ status }) => isAvailable(status))[0];
    const upload = (file: Upload, origin: string) => line?.upload?.(file, origin, token);
    const ours = new ScriptedChat({ clock, request, ownId, findColleague, upload }, chat);
    chats.set(id, ours);
    ours.begin();
  }

  function drop(chatId: string): void {
    chats.get(chatId)?.stop();
    chats.delete(chatId);
  }

  /** The rest of the team, those who take chats first. */
  function humans(passes: (agent: { readonly status: string }) => boolean): readonly string[] {
    return [...statuses]
      .filter(([id, status]) => id !== ownId && passes({ status }))
      .sort(([, a], [, b]) => a.localeCompare(b))
      .map(([id]) => id);
  }

  function stepInOrBack(): void {
    const team = humans(({ status }) => status === 'accepting_chats');
    const own = statuses.get(ownId);
    if (team.length === 0) {
      if (own === 'not_accepting_chats') request('set_routing_status', { status: 'accepting_chats' });
      return;
    }
    if (own === 'accepting_chats') request('set_routing_status', { status: 'not_accepting_chats' });
    [...chats.keys()].forEach((id, at) => {
      request('transfer_chat', { id, target: { type: 'agent', ids: [team[at % team.length]] } });
    });
  }

  open();
  return {
    stop() {
      isStopped = true;
      cancelTimer();
      const old = line;
      closed();
      old?.close();
    },
  };
}
