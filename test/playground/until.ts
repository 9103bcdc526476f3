const LONGEST_MS = 3_000;

/** Waits for what comes with a piece of the window. What does not come at all is seen in the picture. */
export async function until(isSo: () => unknown): Promise<void> {
  const end = performance.now() + LONGEST_MS;
  while (!isSo() && performance.now() < end) await new Promise(requestAnimationFrame);
}
