import { ANSWER, type Cast, forAll, QUESTION, type Version } from './cast';
import type { Person } from './person';

export type Begun = Pick<Cast, 'chatId' | 'threadId' | 'customerId' | 'questionId' | 'answerId' | 'answeredAt'>;

/** Mara takes chats, Theo does not: so it is known who gets the chat. */
export async function agentsComeIn(version: Version, mara: Person, theo: Person): Promise<void> {
  for (const [name, agent] of [
    ['mara', mara],
    ['theo', theo],
  ] as const) {
    await agent.ask('login', { token: `Bearer dal:sandbox-${name}`, ...monitoring(version) });
    const accepts = name === 'mara' ? 'accepting_chats' : 'not_accepting_chats';
    await (version === '3.0'
      ? agent.ask('update_agent', { routing_status: accepts })
      : agent.ask('set_routing_status', { status: accepts }));
  }
}

/** Everybody on the site. v3.0 has no levels: everybody is told of everybody. */
const monitoring = (version: Version) => (version === '3.0' ? {} : { customer_monitoring_level: 'online' });

/** What Ines does first, where she has a connection of her own. */
export async function asks(ines: Person): Promise<void> {
  await ines.ask('start_chat', { chat: { thread: { events: [{ type: 'message', text: QUESTION, custom_id: 'q' }] } } });
}

/** Mara sees the chat come, and answers. */
export async function answers(version: Version, mara: Person, isIt: (chat: Chat) => boolean): Promise<Begun> {
  const { chat } = await mara.hears(version === '3.0' ? 'incoming_chat_thread' : 'incoming_chat', ({ chat }) =>
    isIt(chat),
  );
  const customer = (chat as Chat).users.find(({ type }) => type === 'customer');
  const question = (chat as Chat).thread.events.find(({ text }) => text === QUESTION);
  if (!customer || !question) throw new Error(`A chat without its beginning: ${JSON.stringify(chat)}`);
  const event = { type: 'message', text: ANSWER, custom_id: 'a', ...forAll({ version }) };
  await mara.ask('send_event', { chat_id: chat.id, event });
  const answered = await mara.hears('incoming_event', (payload) => payload.event.text === ANSWER);
  return {
    chatId: chat.id,
    threadId: chat.thread.id,
    customerId: customer.id,
    questionId: question.id,
    answerId: answered.event.id,
    answeredAt: answered.event.created_at ?? answered.event.timestamp,
  };
}

export interface Chat {
  readonly id: string;
  readonly users: readonly { readonly id: string; readonly type: string }[];
  readonly thread: { readonly id: string; readonly events: readonly { readonly id: string; readonly text?: string }[] };
}
