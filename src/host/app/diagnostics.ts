import type { Clock, Diagnostics } from '../../domain';

export interface Entry {
  readonly at: number;
  readonly reason: string;
  /** A name or a path, never content. */
  readonly where: string | undefined;
}

const MOST_ENTRIES = 100;

export interface DiagnosticsLog extends Diagnostics {
  /** The newest, oldest first. */
  entries(): readonly Entry[];
  /** How often each reason was reported since the start. */
  counts(): ReadonlyMap<string, number>;
}

/** A ring of what was dropped and why, without content. */
export function createDiagnostics(clock: Pick<Clock, 'now'>): DiagnosticsLog {
  const ring: Entry[] = [];
  const counts = new Map<string, number>();
  return {
    report(reason, where) {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      ring.push({ at: clock.now(), reason, where });
      if (ring.length > MOST_ENTRIES) ring.shift();
    },
    entries: () => [...ring],
    counts: () => new Map(counts),
  };
}
