/** Icons of pages of others in the window. */
export const momentPaths = {
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
} as const;
