/** Icons of the viewer. */
export const filePaths = {
  'zoom-in': 'M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15 15l4.5 4.5M8 10.5h5M10.5 8v5',
  'zoom-out': 'M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15 15l4.5 4.5M8 10.5h5',
  download: 'M12 4.5v10M7.5 10.5l4.5 4.5 4.5-4.5M5 19h14',
} as const;
