/** English for what is shown and heard while the window is closed. */
export const enNotices = {
  'notice.from': 'New message from {author}',
  'notice.open': 'Open the chat',
  'notice.close': 'Close this message, it stays in the chat',
  'notice.your_turn': 'It is your turn',
  'greeting.reply_placeholder': 'Write an answer',
} as const;
