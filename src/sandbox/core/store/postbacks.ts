import { isObject, type Json } from '../fields';
import type { Fact } from './facts';
import type { Thread } from './model';

/** Buttons with the same postback id are one button: the person is listed at all of them, or at none. */
export function applyPostback(thread: Thread, fact: Extract<Fact, { readonly fact: 'postback-set' }>): void {
  const at = thread.events.findIndex(({ id }) => id === fact.eventId);
  const event = thread.events[at];
  const elements = event?.body['elements'];
  if (!event || !Array.isArray(elements)) return;
  const press = (button: Json): Json => {
    if (button['postback_id'] !== fact.postbackId) return button;
    const others = readIds(button['user_ids']).filter((id) => id !== fact.userId);
    return { ...button, user_ids: fact.toggled ? [...others, fact.userId] : others };
  };
  const pressed = elements.filter(isObject).map((element) => {
    const buttons = element['buttons'];
    return Array.isArray(buttons) ? { ...element, buttons: buttons.filter(isObject).map(press) } : element;
  });
  thread.events[at] = { ...event, body: { ...event.body, elements: pressed } };
}

const readIds = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
