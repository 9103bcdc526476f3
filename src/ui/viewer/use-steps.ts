import { useState } from 'preact/hooks';

/** From one to the next, and round. */
export function useSteps(count: number, first: number, onStep: () => void) {
  const [index, setIndex] = useState(first);
  const step = (by: number): void => {
    if (count < 2) return;
    setIndex((index + by + count) % count);
    onStep();
  };
  return { index, step };
}
