import type { Store } from '../../domain';
import { createRinging } from './ring-once';

const LOUDNESS = 0.12;

/** Two short bells, a fourth apart: Hertz, and seconds after the start. */
const NOTES = [
  [659.3, 0],
  [880, 0.11],
] as const;

export interface Chime {
  /**
   * Unless it is muted, nobody has touched the page yet, it rang a moment ago, or it has rung for this, in this tab or in
   * another.
   */
  readonly ring: (reason: string) => void;
  readonly stop: () => void;
}

/** Made as it is heard: no file is fetched for it. `memory` is what the tabs share. */
export function createChime(isMuted: () => boolean, memory: () => Store | undefined): Chime {
  let context: AudioContext | undefined;

  async function play(): Promise<void> {
    context ??= new AudioContext();
    await context.resume();
    if (context.state === 'running') for (const [pitch, after] of NOTES) strike(context, pitch, after);
  }

  const ringing = createRinging(
    {
      clock: {
        now: () => Date.now(),
        after(ms, task) {
          const timer = setTimeout(task, ms);
          return () => clearTimeout(timer);
        },
      },
      locks: navigator.locks,
      isShown: () => document.visibilityState === 'visible',
      memory,
    },
    play,
  );

  return {
    ring(reason) {
      if (!isMuted() && mayRing()) ringing.ring(reason);
    },
    stop() {
      ringing.stop();
      void context?.close().catch(() => {});
    },
  };
}

/** A browser would only complain about a sound before the first gesture. */
function mayRing(): boolean {
  return 'AudioContext' in globalThis && navigator.userActivation?.hasBeenActive !== false;
}

function strike(context: AudioContext, pitch: number, after: number): void {
  const start = context.currentTime + after;
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.012);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.5);
  const tone = context.createOscillator();
  tone.type = 'sine';
  tone.frequency.value = pitch;
  tone.connect(gain).connect(context.destination);
  tone.start(start);
  tone.stop(start + 0.55);
}
