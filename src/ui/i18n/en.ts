/** English for what is there at once. Keys say what a phrase means, placeholders are in braces. */
export const en = {
  'common.close': 'Close',
  'common.loading': 'Loading',
  'common.more': 'Show more',
  'common.new_tab': 'opens in a new tab',
  'common.you': 'You',
  'common.agent_fallback': 'Support',
  'common.bot': 'Automated assistant',

  'window.title': 'Chat with us',
  'window.title_online': 'We are online',
  'window.title_offline': 'We are away',
  'window.minimize': 'Minimize window',

  'welcome.title': 'How can we help?',
  'welcome.who': 'Write a message, and somebody from our team will answer you here.',
  'welcome.keep': 'You can leave this page. The conversation stays.',
  'welcome.states': 'You see when your message was sent and read.',

  'composer.label': 'Message',
  'composer.placeholder': 'Write a message…',
  'composer.placeholder_offline': 'Leave us a message',
  'composer.placeholder_queued': 'You can write while you wait',
  'composer.placeholder_closed': 'Write to start the chat again',
  'composer.send': 'Send message',
  'composer.disabled_banned': 'You cannot write in this chat.',

  'message.list_label': 'Conversation',
  'message.from': '{author}, {time}',
  'message.sending': 'Sending',
  'message.queued_offline': 'Will be sent when you are online again',
  'message.sent': 'Sent',
  'message.seen': 'Seen',
  'message.failed': 'Not sent',
  'message.failed_too_late': 'The connection was gone for too long.',
  'message.failed_invalid': 'The text cannot be sent like this.',
  'message.broken': 'This message cannot be shown.',
  'message.day_today': 'Today',
  'message.day_yesterday': 'Yesterday',

  'offline.title': 'Nobody is available right now',
  'offline.text': 'Leave a message and we will get back to you.',

  'chat.unavailable': 'Chat is not available.',

  'error.view': 'Something went wrong here. Your conversation is safe.',
  'error.reload': 'Reload',
} as const;
