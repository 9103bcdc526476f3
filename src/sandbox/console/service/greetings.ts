import { type CommandGroup, choice, type Scene } from './command';

/** Shown by the widget to a visitor who has no chat. */
export function greetings({ state, customer }: Scene): CommandGroup {
  const whom = { customer_id: customer.id };
  const choices = state.greetings.value.map(({ id, name }) => choice(String(id), name));
  return {
    title: 'Greetings',
    commands: [
      {
        label: 'Send a greeting',
        fields: [{ name: 'greeting', label: 'Greeting', choices }],
        run: ({ greeting }) => state.control('send-greeting', { ...whom, greeting_id: Number(greeting) }),
      },
      {
        label: 'Send your own greeting',
        fields: [{ name: 'text', label: 'Text', value: 'Can I help you to find a bike?' }],
        run: ({ text }) => state.control('send-greeting', { ...whom, text }),
      },
    ],
  };
}
