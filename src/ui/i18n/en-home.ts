/** English for the home view. */
export const enHome = {
  'home.name': 'Home',
  'home.continue': 'Continue chat',
  'home.last_chat': 'Your last chat',
  'home.new': 'New chat',
  'home.new_text': 'Write to us',
  'home.start_failed': 'The chat could not start. Please try again.',
} as const;
