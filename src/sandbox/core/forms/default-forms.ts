import type { FormSetting } from './form';

const options = (...labels: readonly string[]) => labels.map((label, at) => ({ id: String(at), label }));

/** Chats begin and end without a form, until somebody switches one on. A message for later has its form. */
export const DEFAULT_FORMS: readonly FormSetting[] = [
  {
    type: 'prechat',
    isEnabled: false,
    form: {
      id: '260302000000000000',
      fields: [
        { type: 'header', id: '260302000000000001', label: 'Tell us a little before we begin.' },
        { type: 'name', id: '260302000000000002', label: 'Your name:', required: true },
        { type: 'email', id: '260302000000000003', label: 'Your e-mail:', required: true },
        { type: 'question', id: '260302000000000004', label: 'Order number:', required: false },
        { type: 'textarea', id: '260302000000000005', label: 'How can we help?', required: false },
        {
          type: 'radio',
          id: '260302000000000006',
          label: 'Do you ride with us already?',
          required: true,
          options: options('Yes', 'No'),
        },
        {
          type: 'select',
          id: '260302000000000007',
          label: 'Your shop:',
          required: false,
          options: options('Harbour', 'Old Town', 'Online'),
        },
        {
          type: 'checkbox',
          id: '260302000000000008',
          label: 'What is it about?',
          required: false,
          options: options('Buying', 'Renting', 'Repair'),
        },
      ],
    },
  },
  {
    type: 'postchat',
    isEnabled: false,
    form: {
      id: '260302000000000020',
      fields: [
        { type: 'header', id: '260302000000000021', label: 'How did we do?' },
        {
          type: 'rating',
          id: '260302000000000022',
          label: 'Rate this chat',
          comment_label: 'Leave a comment',
          required: false,
        },
        {
          type: 'radio',
          id: '260302000000000023',
          label: 'Was your question answered?',
          required: true,
          options: options('Yes', 'No'),
        },
        {
          type: 'checkbox_for_email',
          id: '260302000000000024',
          label: 'Send me the transcript',
          required: false,
          checked: false,
        },
      ],
    },
  },
  {
    type: 'ticket',
    isEnabled: true,
    form: {
      id: 'ticket-0',
      fields: [
        { type: 'header', label: 'We are away. Leave a message!' },
        { type: 'name', label: 'Name', required: false },
        { type: 'email', label: 'E-mail', required: true },
        { type: 'subject', label: 'Subject', required: false },
        { type: 'textarea', label: 'Message', required: true },
      ],
    },
  },
];
