import type { Action } from '../side';
import type { Viewer } from '../viewer';
import { renamed } from './renamed';
import { today } from './today';

/** The six actions for properties: chats were not named `id`, and threads were called chat threads. */
export function propertyActions<V extends Viewer>(
  now: ReadonlyMap<string, Action<V>>,
): readonly (readonly [string, Action<V>])[] {
  return ['update', 'delete'].flatMap((verb) => [
    [`${verb}_chat_properties`, renamed(today(now, `${verb}_chat_properties`), { chat_id: 'id' })] as const,
    [`${verb}_chat_thread_properties`, today(now, `${verb}_thread_properties`)] as const,
    [`${verb}_event_properties`, today(now, `${verb}_event_properties`)] as const,
  ]);
}
