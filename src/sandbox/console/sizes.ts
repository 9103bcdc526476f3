const STEPS = ['bytes', 'KB', 'MB', 'GB'];

/** As people say it: `218 KB`. */
export function sizeOf(bytes: number): string {
  let [size, step] = [bytes, 0];
  while (size >= 1_000 && step < STEPS.length - 1) {
    size /= 1_000;
    step += 1;
  }
  return `${size < 10 && step > 0 ? size.toFixed(1) : Math.round(size)} ${STEPS[step]}`;
}
