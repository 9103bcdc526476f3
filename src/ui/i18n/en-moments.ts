/** English for pages of others that are opened in the window. */
export const enMoments = {
  'moment.title': '{title} – {host}',
  'moment.close': 'Close {title}',
  'moment.open_outside': 'Open in a new tab',
  'moment.late': 'This page does not answer.',
  'moment.leave_title': 'Close this page?',
  'moment.leave_text': 'What you have entered may be lost.',
  'moment.leave_yes': 'Close the page',
  'moment.leave_no': 'Stay',
} as const;
