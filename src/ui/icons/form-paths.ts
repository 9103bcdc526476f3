/** Icons of forms. */
export const formPaths = {
  form: 'M6.5 4.5h11v15h-11zM9.5 9h5M9.5 12.5h5M9.5 16h3',
} as const;
