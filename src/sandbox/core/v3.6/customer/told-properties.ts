import { addSystemMessage } from '../../chats/events';
import { nameOf } from '../../chats/look';
import type { PropertyPlace } from '../../store/facts';
import type { World } from '../../world';

/** A rating is a property, and so is the wish for a transcript; people read about both in the chat. */
export function tellProperties(
  world: World,
  { chatId, threadId, eventId }: PropertyPlace,
  names: readonly string[],
): void {
  if (threadId === undefined || eventId !== undefined) return;
  const chat = world.store.chat(chatId);
  const thread = world.store.thread(chatId, threadId);
  const rating = thread.properties.get('rating');
  const customer = nameOf(world, chat.customerId);
  if (names.includes('rating.score')) {
    const score = rating?.get('score');
    const type = score === undefined ? 'rating.chat_rating_canceled' : 'rating.chat_rated';
    const variables = score === undefined ? { customer } : { customer, score: score === 1 ? 'good' : 'bad' };
    addSystemMessage(world, chat, thread, type, variables);
  }
  const comment = rating?.get('comment');
  if (names.includes('rating.comment') && comment !== undefined) {
    addSystemMessage(world, chat, thread, 'rating.chat_commented', { customer, comment: String(comment) });
  }
  const email = thread.properties.get('routing')?.get('transcript_email');
  if (names.includes('routing.transcript_email') && email !== undefined) {
    addSystemMessage(world, chat, thread, 'transcript_requested', { customer, email: String(email) });
  }
}
