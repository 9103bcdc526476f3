/** Icons of what is shown while the window is closed. */
export const noticePaths = {
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
} as const;
