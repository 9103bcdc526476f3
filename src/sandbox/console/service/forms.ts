import { form } from '../samples/plain-events';
import { type ChatScene, type Command, type CommandGroup, choice } from './command';

const TYPES = [choice('prechat', 'Before a chat'), choice('postchat', 'After a chat'), choice('ticket', 'Ticket')];

/** What the service asks customers to fill in. */
export function forms({ state, chat }: ChatScene): CommandGroup {
  const turn = (label: string, enabled: boolean): Command => ({
    label,
    run: ({ type }) => state.control('switch-form', { type, enabled }),
  });
  return {
    title: 'Forms',
    fields: [{ name: 'type', label: 'Form', choices: TYPES }],
    commands: [
      turn('Ask for it', true),
      turn('Do not ask for it', false),
      {
        label: 'Ask for the e-mail now',
        run: () =>
          state.control('send-form', {
            chat_id: chat.id,
            form_id: form.form_id,
            form_type: form.form_type,
            fields: form.fields,
          }),
      },
    ],
  };
}
