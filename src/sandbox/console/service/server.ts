import { type ChatScene, type CommandGroup, choice } from './command';
import { ARCHIVE_REASONS, CUSTOMER_REASONS } from './reasons';

/** What the service does by itself when it is time, and here when somebody says so. */
export function server({ state, chat }: ChatScene): CommandGroup {
  const { actions, control } = state;
  const here = { chat_id: chat.id };
  return {
    title: 'Queue and server',
    commands: [
      {
        label: 'Set the place in the queue',
        fields: [
          { name: 'position', label: 'Place (0: out of it)', kind: 'number', value: '2' },
          { name: 'wait', label: 'Seconds to wait', kind: 'number', value: '90' },
        ],
        run: ({ position, wait }) =>
          control('set-queue-position', { ...here, position: Number(position), wait_time: Number(wait) }),
      },
      { label: 'Mark as idle', run: () => control('mark-idle', { ...here, minutes: 15 }) },
      {
        label: 'Close as the router',
        fields: [{ name: 'reason', label: 'Reason', choices: ARCHIVE_REASONS.map((each) => choice(each)) }],
        run: ({ reason }) => control('archive-chat', { ...here, reason }),
      },
      {
        label: 'Send a system message',
        fields: [
          { name: 'type', label: 'Type', value: 'routing.idle' },
          { name: 'text', label: 'Text', value: 'Chat is idle due to 15 minutes of inactivity' },
        ],
        run: ({ type, text }) => control('send-system-message', { ...here, system_message_type: type, text }),
      },
      {
        label: 'Send a system event',
        fields: [
          { name: 'source', label: 'Source', value: 'cdp' },
          { name: 'subtype', label: 'Subtype', value: 'store_product_added_to_cart' },
          { name: 'details', label: 'Details', kind: 'area', value: '{"product":"Harbour Tourer"}' },
        ],
        run: ({ source, subtype, details }) => control('send-system-event', { ...here, source, subtype, details }),
      },
      {
        label: 'Send all customers away',
        fields: [{ name: 'reason', label: 'Reason', choices: CUSTOMER_REASONS.map((each) => choice(each)) }],
        run: ({ reason }) => control('close-door', { reason }),
      },
      { label: 'Let customers in again', run: () => control('close-door', {}) },
      { label: 'Ask for a summary', run: () => actions.summarize(chat.id, chat.threadId) },
      { label: 'Fail a summary', run: () => control('fail-summary', here) },
      { label: 'Delete the thread', run: () => control('delete-thread', { ...here, thread_id: chat.threadId }) },
      { label: 'Delete the chat', run: () => control('delete-chat', here) },
    ],
  };
}
