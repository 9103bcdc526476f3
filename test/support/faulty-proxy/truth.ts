/** What the service has: asked over HTTP as Mara, beside the proxy. */

export interface LoggedMessage {
  readonly id: string;
  readonly text: string;
  readonly authorId: string;
  readonly customId: string | undefined;
}

interface WireEvent {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly author_id: string;
  readonly custom_id?: string;
  readonly visibility?: string;
}

interface WirePage {
  readonly threads: readonly { readonly id: string; readonly events: readonly WireEvent[] }[];
  readonly next_page_id?: string;
}

export interface Truth {
  control(name: string, payload: object): Promise<Record<string, unknown>>;
  /** An action of the Agent Chat API v3.6. */
  act(action: string, payload: object): Promise<Record<string, unknown>>;
  /** The messages of a chat that its customer may see, oldest first. */
  messagesOf(chatId: string): Promise<readonly LoggedMessage[]>;
  /** Mara says it. */
  write(chatId: string, text: string): Promise<void>;
}

export function truthOf(serviceUrl: string): Truth {
  async function post(path: string, payload: object): Promise<Record<string, unknown>> {
    const response = await fetch(`${serviceUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer dal:sandbox-mara' },
      body: JSON.stringify(payload),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  }
  const joined = new Set<string>();
  const act = (action: string, payload: object) => post(`/v3.6/agent/action/${action}`, payload);

  return {
    act,
    control: (name, payload) => post(`/sandbox/control/${name}`, payload),
    async messagesOf(chatId) {
      const events: WireEvent[] = [];
      let page: WirePage | undefined;
      do {
        const from = page ? { page_id: page.next_page_id } : { limit: 100 };
        page = (await act('list_threads', { chat_id: chatId, ...from })) as unknown as WirePage;
        for (const thread of page.threads) events.unshift(...thread.events);
      } while (page.next_page_id);
      return events.flatMap(({ id, type, text, visibility, author_id: authorId, custom_id: customId }) => {
        // What was deleted has no words any more.
        const isShown = type === 'message' && visibility !== 'agents' && text !== undefined;
        return isShown ? [{ id, text, authorId, customId }] : [];
      });
    },
    async write(chatId, text) {
      if (!joined.has(chatId)) {
        joined.add(chatId);
        const mara = { user_id: 'mara@harbour.example', user_type: 'agent', visibility: 'all' };
        // Refused where she is there already.
        await act('add_user_to_chat', { chat_id: chatId, ...mara, ignore_requester_presence: true }).catch(() => {});
      }
      await act('send_event', { chat_id: chatId, event: { type: 'message', text, visibility: 'all' } });
    },
  };
}
