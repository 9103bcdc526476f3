import type { Store } from '../../domain';

const QUIET_MS = 2_000;
const KEPT_MS = 60_000;
const KEPT_AS = 'rang';
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
  let quietUntil = 0;

  async function play(reason: string): Promise<void> {
    if (!claim(memory(), reason)) return;
    context ??= new AudioContext();
    await context.resume();
    if (context.state === 'running') for (const [pitch, after] of NOTES) strike(context, pitch, after);
  }

  return {
    ring(reason) {
      const now = Date.now();
      if (isMuted() || now < quietUntil || !mayRing()) return;
      quietUntil = now + QUIET_MS;
      void once(() => play(reason)).catch(() => {});
    },
    stop() {
      void context?.close().catch(() => {});
    },
  };
}

/** A tab that hears of something late, because it slept, does not ring for it again. */
function claim(memory: Store | undefined, reason: string): boolean {
  const now = Date.now();
  const stored = Object.entries(Object(memory?.read(KEPT_AS)) as Record<string, unknown>);
  const recent = stored.filter(([, at]) => typeof at === 'number' && Math.abs(now - at) < KEPT_MS);
  if (recent.some(([rang]) => rang === reason)) return false;
  memory?.write(KEPT_AS, Object.fromEntries([...recent, [reason, now]]));
  return true;
}

/** A browser would only complain about a sound before the first gesture. */
function mayRing(): boolean {
  return 'AudioContext' in globalThis && navigator.userActivation?.hasBeenActive !== false;
}

/**
 * All tabs hear the same message: whoever gets the lock rings, and holds it as long as all shall be quiet. Without locks
 * it is the tab that is looked at.
 */
async function once(act: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return document.visibilityState === 'visible' ? act() : undefined;
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
