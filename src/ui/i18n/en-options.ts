/** English for what only some pages want in the menu. */
export const enOptions = {
  'window.menu_detach': 'Open in a separate window',
  'window.menu_notifications': 'Notifications',
  'detached.blocked_title': 'The window could not be opened',
  'detached.blocked_text': 'Your browser does not let this page open windows. Allow it there, and try again.',
  'notifications.refused_title': 'Notifications are off',
  'notifications.refused_text':
    'Your browser does not let us show them. You can change that in its settings for this site.',
  'window.menu_delete_data': 'Delete my data',
  'privacy.delete_title': 'Delete your data?',
  'privacy.delete_text':
    'This removes the chat and what you have told us from this browser, and asks our team to delete it as well. What was already read, copied or sent by e-mail cannot be removed from here.',
  'privacy.delete_yes': 'Delete',
  'privacy.delete_no': 'Keep it',
  'privacy.delete_failed': 'Our team could not be asked, so nothing was deleted. Please try again.',
} as const;
