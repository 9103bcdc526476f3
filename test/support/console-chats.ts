/** Chats of the agent wire v3.6, for the console's tests. Times are minutes after nine. */

export const mara = { id: 'mara@shop.example', name: 'Mara Okafor', jobTitle: 'Advisor', token: 'dal:mara' };
export const theo = { id: 'theo@shop.example', name: 'Theo Lindqvist', jobTitle: 'Workshop', token: 'dal:theo' };
export const inesId = '3f6c1a52-8d1e-4b7a-9c40-2e5b7d90f113';

export function at(minute: number): string {
  return `2026-03-02T09:${String(minute).padStart(2, '0')}:00.000000Z`;
}

export function agentUser(agent: { id: string; name: string }, more: object = {}) {
  return { id: agent.id, type: 'agent', name: agent.name, present: true, visibility: 'all', ...more };
}

export function customerUser(more: object = {}) {
  return { id: inesId, type: 'customer', name: 'Ines Duarte', email: 'ines@mail.example', present: true, ...more };
}

export function message(id: string, authorId: string, text: string, minute: number, more: object = {}) {
  return { id, type: 'message', author_id: authorId, text, created_at: at(minute), visibility: 'all', ...more };
}

interface Parts {
  readonly id?: string;
  readonly users?: readonly object[];
  readonly events?: readonly object[];
  readonly thread?: object;
}

export function wireThread({ events = [], thread = {} }: Parts = {}) {
  return { id: 'TH1', created_at: at(1), active: true, user_ids: [], events, ...thread };
}

export function wireSummary({ id = 'CHAT1', users, events = [], thread = {} }: Parts = {}) {
  const last = events.at(-1);
  return {
    id,
    users: users ?? [customerUser(), agentUser(mara)],
    last_event_per_type: last ? { message: { thread_id: 'TH1', thread_created_at: at(1), event: last } } : {},
    last_thread_summary: { id: 'TH1', created_at: at(1), active: true, user_ids: [], ...thread },
    is_followed: false,
  };
}
