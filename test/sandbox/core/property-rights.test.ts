import { describe, expect, it } from 'vitest';
import { chatting, goldenWorld, met } from '../../support/golden-world';

describe('a customer', () => {
  it.each([
    ['thread', { rating: { score: 0 } }, undefined],
    ['chat', { routing: { email_follow_up: true } }, undefined],
    ['event', { url_details: { image_width: 12 } }, undefined],
    ['chat', { routing: { continuous: true } }, 'authorization'],
    ['chat', { routing: { pinned: true } }, 'authorization'],
    ['thread', { source: { client_id: 'x' } }, 'authorization'],
    ['event', { translation: { target_message: 'x' } }, 'authorization'],
    ['chat', { rating: { score: 'good' } }, 'validation'],
    ['chat', { rating: { stars: 5 } }, 'validation'],
    ['chat', { lc2: { form_type: 'prechat' } }, 'validation'],
    ['chat', { nonsense: { a: 1 } }, 'validation'],
  ])('writes on a %s %j: %s', (level, properties, refusal) => {
    const { visitor, chat_id, thread_id, ownId } = chatting();
    const place = {
      chat: { id: chat_id },
      thread: { chat_id, thread_id },
      event: { chat_id, thread_id, event_id: ownId },
    };
    const where = place[level as keyof typeof place];
    const answer = visitor.ask(`update_${level}_properties`, { ...where, properties });
    expect(answer.payload.error?.type).toBe(refusal);
  });

  it('deletes only what they may write', () => {
    const { visitor, chat_id, thread_id } = chatting();
    const refused = visitor.ask('delete_thread_properties', {
      chat_id,
      thread_id,
      properties: { routing: ['start_url'] },
    });
    expect(refused.payload.error.type).toBe('authorization');
  });

  it('begins no chat with what is not theirs', () => {
    const { visitor } = met();
    const begin = (thread: object) => visitor.ask('start_chat', { chat: { thread } }).payload.error?.type;
    expect(begin({ properties: { routing: { idle: true } } })).toBe('authorization');
    const event = { type: 'message', text: 'x', properties: { lc2: { welcome_message: true } } };
    expect(begin({ events: [event] })).toBe('authorization');
    expect(visitor.get('list_chats').total_chats).toBe(0);
  });
});

describe('a form', () => {
  it('is asked for in the groups that have it switched on', () => {
    const { visitor, control } = met(goldenWorld());
    const enabled = (group_id: number) => visitor.get('get_form', { group_id, type: 'prechat' }).enabled;
    expect([enabled(3), enabled(7)]).toEqual([true, false]);
    control('switch-form', { type: 'prechat', group_id: 3, enabled: false });
    expect(enabled(3)).toBe(false);
    control('switch-form', { type: 'prechat', enabled: true });
    expect(enabled(3)).toBe(true);
  });
});
