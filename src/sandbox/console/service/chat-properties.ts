import type { PropertyPlace } from '../actions';
import { parseValue } from '../values';
import { type ChatScene, type Command, type CommandGroup, choice } from './command';
import { newestFirst } from './one-event';

/** Properties by hand, and the ones that everybody knows. */
export function chatProperties({ state, chat }: ChatScene): CommandGroup {
  const { actions } = state;
  const thread = { chatId: chat.id, threadId: chat.threadId };
  const rate = (label: string, score: number): Command => ({
    label,
    run: () => actions.setProperty(thread, 'rating', { score }),
  });

  function placeOf(of: string | undefined): PropertyPlace {
    if (of === 'chat') return { chatId: chat.id };
    if (of === 'thread') return thread;
    const [newest] = newestFirst(state.openChat.peek() ?? chat);
    return { chatId: chat.id, threadId: newest?.threadId, eventId: newest?.event.id };
  }

  return {
    title: 'Properties',
    fields: [
      {
        name: 'of',
        label: 'Of',
        choices: [choice('chat', 'The chat'), choice('thread', 'The thread'), choice('event', 'The newest event')],
      },
      { name: 'namespace', label: 'Namespace', value: 'test' },
      { name: 'name', label: 'Name', value: 'string_property' },
      { name: 'value', label: 'Value', value: 'something', isOptional: true },
    ],
    commands: [
      {
        label: 'Set the property',
        run: ({ of, namespace = '', name = '', value = '' }) =>
          actions.setProperty(placeOf(of), namespace, { [name]: parseValue(value) }),
      },
      {
        label: 'Delete the property',
        run: ({ of, namespace = '', name = '' }) => actions.deleteProperty(placeOf(of), namespace, [name]),
      },
      rate('Rate good', 1),
      rate('Rate bad', 0),
      { label: 'Cancel the rating', run: () => actions.deleteProperty(thread, 'rating', ['score', 'comment']) },
      { label: 'Pin the chat', run: () => actions.setProperty({ chatId: chat.id }, 'routing', { pinned: true }) },
      { label: 'Unpin the chat', run: () => actions.setProperty({ chatId: chat.id }, 'routing', { pinned: false }) },
    ],
  };
}
