/** English for what is there at once. Keys say what a phrase means, placeholders are in braces. */
export const en = {
  'common.loading': 'Loading',
  'common.you': 'You',
  'common.agent_fallback': 'Support',
  'common.bot': 'Automated assistant',

  'window.title': 'Chat with us',
  'window.title_online': 'We are online',
  'window.title_offline': 'We are away',
  'window.minimize': 'Minimize window',

  'composer.label': 'Message',
  'composer.placeholder': 'Write a message…',
  'composer.send': 'Send message',

  'message.list_label': 'Conversation',
  'message.from': '{author}, {time}',
  'message.sending': 'Sending',
  'message.queued_offline': 'Will be sent when you are online again',
  'message.sent': 'Sent',
  'message.seen': 'Seen',
  'message.failed': 'Not sent',
  'message.broken': 'This message cannot be shown.',
} as const;
