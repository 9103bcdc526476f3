const QUIET_MS = 2_000;
const LOUDNESS = 0.12;

/** Two short bells, a fourth apart: Hertz, and seconds after the start. */
const NOTES = [
  [659.3, 0],
  [880, 0.11],
] as const;

export interface Chime {
  /** Unless it is muted, nobody has touched the page yet, or it rang a moment ago, in this tab or in another. */
  readonly ring: () => void;
  readonly stop: () => void;
}

/** Made as it is heard: no file is fetched for it. */
export function createChime(isMuted: () => boolean): Chime {
  let context: AudioContext | undefined;
  let quietUntil = 0;

  async function play(): Promise<void> {
    context ??= new AudioContext();
    await context.resume();
    if (context.state === 'running') for (const [pitch, after] of NOTES) strike(context, pitch, after);
  }

  return {
    ring() {
      const now = Date.now();
      if (isMuted() || now < quietUntil || !mayRing()) return;
      quietUntil = now + QUIET_MS;
      void once(play).catch(() => {});
    },
    stop() {
      void context?.close().catch(() => {});
    },
  };
}

/** A browser would only complain about a sound before the first gesture. */
function mayRing(): boolean {
  return 'AudioContext' in globalThis && navigator.userActivation?.hasBeenActive !== false;
}

/** All tabs hear the same message: whoever gets the lock rings, and holds it as long as all shall be quiet. */
async function once(act: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return act();
  return navigator.locks.request('natter:chime', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    await act();
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  });
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
