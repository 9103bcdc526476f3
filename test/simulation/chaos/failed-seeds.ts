/** Every seed that ever showed a fault of the client, so that it stays mended. */
export const FAILED_SEEDS: readonly number[] = [
  // Deleted or edited on the service while the line was down, and still on the screen.
  64, 85, 228, 379, 427,
  // Accepted, and not in a history that lagged; then never asked for again.
  334, 388, 459,
  // A history that lagged met nothing that was held: what was held was thrown away.
  636,
  // Hidden, waiting for nothing, shown again within two seconds of an attempt: never tried again.
  1341,
  // An answer so slow that what it did not know yet was taken for deleted.
  1161,
  // The one look after a gap got lost itself.
  6436,
  // What was heard while the state of the chat was asked for was newer than the answer.
  9146,
];
