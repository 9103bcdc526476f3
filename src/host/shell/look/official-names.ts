/** What public browser tests of pages look for, in English. Launcher and frame, JS API 5.0. */
export const officialNames = {
  chat: 'LiveChat chat widget',
  open: (unread: number) => `Open LiveChat chat widget${unread ? `, ${unread} unread` : ''}`,
};
