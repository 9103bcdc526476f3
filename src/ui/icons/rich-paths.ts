/** Icons of files, rich messages and greetings. */
export const richPaths = {
  external:
    'M13.5 5H19v5.5M18.5 5.5L11 13M10 6.5H7A1.5 1.5 0 0 0 5.5 8v9A1.5 1.5 0 0 0 7 18.5h9a1.5 1.5 0 0 0 1.5-1.5v-3',
  phone: 'M7 4.8l2.2 4-1.7 1.7a11 11 0 0 0 6 6l1.7-1.7 4 2.2-.9 2.2c-7 1.3-14.8-6.5-13.5-13.5z',
  copy: 'M8.5 8.5h10v10h-10zM15.5 8V5.5h-10v10H8',
  picture: 'M4.5 6h15v12h-15zM5 16.5l4.5-4.5 3.5 3.5 2.5-2 4 3.5M15.5 9.5v.01',
} as const;
