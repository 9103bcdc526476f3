/** Icons of the home view. */
export const homePaths = {
  home: 'M4.5 11.5L12 5l7.5 6.5M6.5 10v8.5h11V10M10 18.5v-5h4v5',
  external:
    'M13.5 5H19v5.5M18.5 5.5L11 13M10 6.5H7A1.5 1.5 0 0 0 5.5 8v9A1.5 1.5 0 0 0 7 18.5h9a1.5 1.5 0 0 0 1.5-1.5v-3',
} as const;
