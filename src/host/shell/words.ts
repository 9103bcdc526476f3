/** The few phrases that are needed before the app is there. */
export const words = {
  chat: 'Chat',
  open: (unread: number) => `Open chat${unread ? `, ${unread} unread message${unread > 1 ? 's' : ''}` : ''}`,
  minimize: 'Minimize window',
  loading: 'Loading',
  failed: 'The chat could not start.',
  retry: 'Try again',
  fallback: 'Contact us',
};
