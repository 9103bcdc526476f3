import { newestOf } from '../reading';
import type { ChatScene, CommandGroup } from './command';

const ANSWER =
  'Good choice. The Harbour Tourer has a steel frame and fourteen gears. It is in stock in blue and in green, and you can try it on Saturday.';

/** What the customer sees while somebody is about to answer. */
export function indicators({ state, chat }: ChatScene): CommandGroup {
  const { actions } = state;
  return {
    title: 'Typing and answering',
    commands: [
      { label: 'Show typing', run: () => actions.typing(chat.id, true) },
      { label: 'Stop typing', run: () => actions.typing(chat.id, false) },
      { label: 'Mark all as seen', run: () => actions.markSeen(chat.id, newestOf(chat)) },
      {
        label: 'Show thinking',
        fields: [
          { name: 'title', label: 'Title', value: 'Looking it up' },
          { name: 'description', label: 'Description', value: 'Asking the workshop', isOptional: true },
        ],
        run: ({ title = '', description = '' }) => actions.thinking(chat.id, title, description),
      },
      {
        label: 'Answer as an AI would',
        fields: [{ name: 'text', label: 'Answer', kind: 'area', value: ANSWER }],
        run: ({ text = '' }) => state.streamAnswer(chat.id, text),
      },
    ],
  };
}
