/** Those that showed it on days that had less to do with tabs and files: their days stay what they were. */
export const PLAIN_SEEDS: readonly number[] = [
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

/** Every seed that ever showed a fault of the client, so that it stays mended. */
export const FAILED_SEEDS: readonly number[] = [
  ...PLAIN_SEEDS,
  // A page that slept got the lock of another's texts when that one had new ones: two had the same to send.
  3,
  // What was chosen came back for its owner only when the page was gone.
  59,
  // Set back, a clock let nobody try again at once, and tabs nobody looked at knew of nothing.
  18,
  // What one customer had begun to type was stored by a tab that did not know yet that another one was here.
  82,
  // Cleared storage, and a composer with it.
  86,
  // An upload that was given up left its timer with a page that had taken the widget away.
  102,
  // A page that went stored a draft again that had been sent elsewhere.
  126,
];
