import type { Store } from '../../domain';
import { TONES, type Tone } from './skin-tone';

const NAME = 'emoji';
const MOST_RECENT = 24;

export interface Habits {
  /** Without tones, the last one first. */
  readonly recent: readonly string[];
  readonly tone: Tone;
}

/** What somebody chose before, on this device. What is stored there is believed as little as any input. */
export function readHabits(memory: Store | undefined): Habits {
  const stored = memory?.read(NAME) as Partial<Record<keyof Habits, unknown>> | undefined;
  const recent = Array.isArray(stored?.recent) ? stored.recent : [];
  return {
    recent: recent.filter((text): text is string => typeof text === 'string').slice(0, MOST_RECENT),
    tone: TONES.find((tone) => tone === stored?.tone) ?? 0,
  };
}

export function keepChoice(memory: Store | undefined, text: string): void {
  const { recent, tone } = readHabits(memory);
  memory?.write(NAME, { recent: [text, ...recent.filter((one) => one !== text)].slice(0, MOST_RECENT), tone });
}

export function keepTone(memory: Store | undefined, tone: Tone): void {
  memory?.write(NAME, { ...readHabits(memory), tone });
}
