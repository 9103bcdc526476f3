import type { PlainProperties } from '../store/facts';
import type { ChatEvent } from '../store/model';
import { toPlain } from '../store/properties';
import { systemMessage } from './system-messages';
import { eventOrder, toSeconds, wrap } from './values';

const TYPES = new Set(['message', 'system_message', 'annotation', 'filled_form', 'file', 'custom', 'rich_message']);

/** Later kinds of events, and the trace that a deleted one leaves, are not known here. */
export const isKnown = ({ type, deleted }: ChatEvent): boolean => !deleted && TYPES.has(type);

/** An event without what differs between the two sides. */
export function event(one: ChatEvent, readable: (properties: PlainProperties) => PlainProperties): object {
  const { id, customId, type, authorId, createdAt } = one;
  const { form_type, ...body } = type === 'system_message' ? systemMessage(one.body) : one.body;
  const plain = readable(toPlain(one.properties));
  // What later became a field of forms was a property.
  const properties = typeof form_type === 'string' ? { ...plain, lc2: { ...plain['lc2'], form_type } } : plain;
  return {
    id,
    ...(customId !== undefined && { custom_id: customId }),
    order: eventOrder(one),
    type,
    ...(authorId !== undefined && { author_id: authorId }),
    timestamp: toSeconds(createdAt),
    ...body,
    ...(Object.keys(properties).length > 0 && { properties: wrap(properties) }),
  };
}
