/** Events of the other kinds, one good one each. */

export const markdown = {
  type: 'message',
  text: '**Bold**, *italic*, `code` and a [link](https://example.com/)\n\n1. First\n2. Second',
  properties: { chats: { formatting: 'commonmark' } },
};

export const longMessage = {
  type: 'message',
  text: Array.from({ length: 12 }, (_, at) => `${at + 1}. ${'A sentence that goes on for a while. '.repeat(3)}`).join(
    '\n',
  ),
};

export const form = {
  type: 'form',
  form_id: 'reach-you',
  form_type: 'ask_for_email',
  fields: [
    { type: 'email', id: '1', label: 'Where can we reach you?', required: true },
    {
      type: 'radio',
      id: '2',
      label: 'Best time',
      required: false,
      options: [
        { id: '0', label: 'Morning' },
        { id: '1', label: 'Evening' },
      ],
    },
  ],
};

export const filledForm = {
  type: 'filled_form',
  form_id: 'survey',
  form_type: 'prechat',
  fields: [
    { type: 'name', id: '1', label: 'Your name', answer: 'Ines Duarte' },
    { type: 'radio', id: '2', label: 'What is it about?', answer: { id: '0', label: 'A repair' } },
    {
      type: 'checkbox',
      id: '3',
      label: 'Which days suit you?',
      answers: [
        { id: '0', label: 'Monday' },
        { id: '2', label: 'Wednesday' },
      ],
    },
  ],
};

export const custom = { type: 'custom', content: { kind: 'workshop_slot', slot: '2026-03-04T10:00', bay: 2 } };

export const systemMessage = {
  type: 'system_message',
  system_message_type: 'workshop_notice',
  text: 'The workshop closes at six today',
  text_vars: { hour: '6' },
};
