import type { Clock } from '../../domain';

/** What is read out. Two live regions show it for a moment; nothing else in the window is live. */
export interface Announcer {
  readonly say: (text: string) => void;
  readonly alert: (text: string) => void;
  readonly stop: () => void;
}

type Region = { readonly current: HTMLElement | null };

// Taken away sooner, some readers say nothing; left there, people walk into a second copy of the chat.
const STAYS_MS = 1_000;

/** Of several tabs only the one that is seen speaks. */
export function createAnnouncer(
  clock: Clock,
  regions: { readonly polite: Region; readonly assertive: Region },
): Announcer {
  const timers = new Set<() => void>();

  function add({ current: region }: Region, text: string): void {
    if (!region || region.ownerDocument.visibilityState === 'hidden') return;
    const line = region.ownerDocument.createElement('p');
    line.dir = 'auto';
    line.textContent = text;
    region.append(line);
    const cancel = clock.after(STAYS_MS, () => {
      timers.delete(cancel);
      line.remove();
    });
    timers.add(cancel);
  }

  return {
    say: (text) => add(regions.polite, text),
    alert: (text) => add(regions.assertive, text),
    stop() {
      for (const cancel of timers) cancel();
      timers.clear();
    },
  };
}
