/** English for what stands between the messages, and what goes beyond a single one. */
export const enLog = {
  'message.day_today': 'Today',
  'message.day_yesterday': 'Yesterday',
  'message.new_divider': 'New',
  'message.thread_divider': 'New conversation',
  'announce.edited': 'Edited: {text}',
  'copy.line': '[{time}] {author}: {text}',
} as const;
