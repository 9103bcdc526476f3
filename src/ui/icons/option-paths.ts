/** Icons of what only some pages want in the menu. */
export const optionPaths = {
  detach: 'M9.5 5.5h9v9M18 6l-7 7M9 8H5.5v10.5H16V15',
  bell: 'M6.5 16.5h11l-1.5-2.2V11a4 4 0 0 0-8 0v3.3zM10.5 18.8a1.6 1.6 0 0 0 3 0',
  erase: 'M5.5 7.5h13M9.5 7.5v-2h5v2M7 7.5l.8 11h8.4l.8-11M10.5 10.5v5M13.5 10.5v5',
} as const;
