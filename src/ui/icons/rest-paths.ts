/** Icons of the rest of the window. */
export const restPaths = {
  options: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  down: 'M12 5v13.5M6 13l6 6 6-6',
  exit: 'M10 5H6.5A1.5 1.5 0 0 0 5 6.5v11A1.5 1.5 0 0 0 6.5 19H10M15 8.5l3.5 3.5-3.5 3.5M18 12H10',
  offline: 'M5 5l14 14M8.5 14.5a5 5 0 0 1 5-1.3M5.5 11.3a9.3 9.3 0 0 1 4-2.3M13 8.6a9.3 9.3 0 0 1 5.5 2.7M12 18.2v.01',
};
