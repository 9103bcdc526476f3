import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ChatSdk, initialised, once } from '../../support/foreign-chat-sdk';
import { type NamedSandbox, startUnderItsName } from '../../support/foreign-tls';
import { foreignVisitor } from '../../support/foreign-visitor';

/** `@livechat/chat-sdk` 0.2.0 as it was published: v3.4 through SockJS, over TLS, to a host that it has built in. */

let named: NamedSandbox;
let sdk: ChatSdk;
let visitor: Awaited<ReturnType<typeof foreignVisitor>>;

beforeAll(async () => {
  named = await startUnderItsName();
});
afterAll(() => named.close());

beforeEach(async () => {
  sdk = await initialised({ access_token: named.sandbox.agentToken });
  visitor = await foreignVisitor(named);
});
afterEach(() => {
  sdk.destroy();
  visitor.leave();
});

async function startChat() {
  const arrives = once(sdk, 'incoming_chat');
  const events = [{ type: 'message', text: 'Is it open?' }];
  const { chat_id: chatId, thread_id: threadId } = await visitor.ask('start_chat', { chat: { thread: { events } } });
  return { chatId, threadId, push: await arrives };
}

describe('chat-sdk', () => {
  it('knows who it is logged in as', async () => {
    const { my_profile } = await sdk.getAgentDetails();
    expect(my_profile).toMatchObject({ id: 'mara@harbour.example' });
  });

  it('logs in with a personal access token', async () => {
    const token = Buffer.from('3b1f0c52-6d7e-4a19-8c2b-9e4d5f6a7b80:dal:pat-sandbox-mara').toString('base64');
    const other = await initialised({ personal_access_token: token });
    expect((await other.getAgentDetails()).my_profile.id).toBe('mara@harbour.example');
    other.destroy();
  });

  it('hears a new chat, answers it, and only agents read what is for agents', async () => {
    const { chatId, push } = await startChat();
    expect(push.payload.chat.thread.events[0].text).toBe('Is it open?');
    await sdk.sendMessage(chatId, 'I ask my colleague', 'agents');
    const { event_id } = await sdk.sendMessage(chatId, 'Until six.');
    const { event } = await visitor.heard('incoming_event', ({ event: { text } }) => text !== 'Is it open?');
    expect(event).toMatchObject({ id: event_id, text: 'Until six.' });
  });

  it('gets the response of an action before the push that it caused', async () => {
    const { chatId } = await startChat();
    const order: string[] = [];
    const heard = once(sdk, 'incoming_event').then(() => order.push('push'));
    await sdk.sendMessage(chatId, 'Until six.').then(() => order.push('response'));
    await heard;
    expect(order).toEqual(['response', 'push']);
  });

  it('hears what the visitor writes and types', async () => {
    const { chatId } = await startChat();
    const peek = once(sdk, 'incoming_sneak_peek');
    await visitor.ask('send_sneak_peek', { chat_id: chatId, sneak_peek_text: 'Thank y' });
    expect((await peek).payload.sneak_peek.text).toBe('Thank y');
    const event = once(sdk, 'incoming_event');
    await visitor.ask('send_event', { chat_id: chatId, event: { type: 'message', text: 'Thank you' } });
    expect((await event).payload.event).toMatchObject({ text: 'Thank you', author_id: visitor.customerId });
  });

  it('does all else with its factory of methods', async () => {
    const { chatId, threadId } = await startChat();
    const ask = (action: string, payload: object) => sdk.methodFactory({ action, payload });
    expect((await ask('list_chats', {})).chats_summary).toContainEqual(expect.objectContaining({ id: chatId }));
    expect(await ask('get_chat', { chat_id: chatId })).toMatchObject({ id: chatId, thread: { id: threadId } });
    await ask('send_typing_indicator', { chat_id: chatId, is_typing: true });
    await visitor.heard('incoming_typing_indicator');
    await ask('mark_events_as_seen', { chat_id: chatId, seen_up_to: new Date(Date.now() + 1_000).toISOString() });
    await visitor.heard('events_marked_as_seen', ({ user_id }) => user_id !== visitor.customerId);
    await ask('tag_thread', { chat_id: chatId, thread_id: threadId, tag: 'hours' });
    await ask('deactivate_chat', { id: chatId });
    await visitor.heard('chat_deactivated');
  });

  it('gets an error of the API as it came', async () => {
    await expect(sdk.sendMessage('S00000000X', 'Hello?')).rejects.toMatchObject({
      success: false,
      payload: { error: { type: 'not_found' } },
    });
  });
});
