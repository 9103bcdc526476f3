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
  // Texts of a page that is gone came to its heir before it knew what had arrived.
  192,
  // With a full disk nothing could be taken over for good: each page that came sent it once more.
  214,
  // Another customer was here in between, and what was typed before that came after what was typed later.
  453,
  // Storage that was denied once was never asked again for room for files.
  844,
  // A page that began for one customer and first logged in for another had the draft of the first.
  901,
  // Sent, and still stored under a name that had just been given up: nothing took it away at log-out.
  915,
  // What was typed before anybody was known was put away for whoever had been here last.
  1095,
  // Who logged out twice within a second was back with good reason, and the check did not know.
  5487,
  // Typed while the disk was full, by one customer, and then there for the next: a draft did not say whose it was.
  6074,
  8045,
  // Storage was denied when a text of nobody yet found its customer: it was there once more, for whoever came next.
  6086,
  // A page that slept through a log-out threw away what the next customer had chosen meanwhile.
  6307,
  8024,
  // And what had just been chosen when the log-out came was written down after it.
  2647,
  // A page went with its log-out, before it had opened what it wanted to empty.
  3304,
  // A day older by a clock that jumped, a file had to be chosen again, and the check did not know.
  6482,
  // What had rung was forgotten with a log-out, and the check did not know.
  6490,
  // A draft that was spoilt or cleared in the storage was taken for one that had been sent elsewhere.
  6724,
  7278,
  7365,
  // A page that had its widget taken away while a file was being written down left a timer.
  7698,
  // Typed in a tab that knew nobody yet, it came to the others when they had sent something, and the check did not know.
  5693,
  // An agent who was no longer in the chat had read it, and the check asked only those who were.
  6336,
  // Sent by nobody yet, who then was somebody with a draft from before, and the check knew of none.
  7994,
  // An upload stood still only after its first part had come, on a slow line, and the check counted from its begin.
  3508,
  // A page was gone with an answer that it had heard for another tab, and the check took that for known.
  8166,
  // Heard live before it was known which chat there is, and thrown away with the answer: history did not list it yet.
  4595,
  4651,
  4886,
  // Another customer was here, storage was denied when its owner was back, and the check asked for the order all the same.
  8685,
  // A page was gone that had known nobody, what it had typed came with the next one, and the check did not know.
  9586,
  // Chosen before anybody was known, and kept for one who was here for two seconds: the check took it for the next one's.
  3680,
  // v3.0 says of too many requests that they are wrong: a mark was refused for good, and the check waited for it.
  3807,
];
