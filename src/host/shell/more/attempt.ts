/** Of the page: what it throws is the page's to see, and stops nobody. */
export function attempt(task: unknown, ...args: readonly unknown[]): void {
  if (typeof task !== 'function') return;
  try {
    task(...args);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
