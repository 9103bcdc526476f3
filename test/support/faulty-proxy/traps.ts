/**
 * What happens when a request of a client is on its way. `before`: the line breaks, and nobody has read it. `handled`: it is
 * done, and the line breaks with the answer. `answered`: it breaks behind the answer, before all that follows from it.
 * `hold`: nothing moves from here on, the request neither.
 */
export type Moment = 'before' | 'handled' | 'answered' | 'hold';

interface Trap {
  readonly action: string;
  readonly moment: Moment;
  readonly sprung: () => void;
}

/** Each works once. */
export function createTraps() {
  const traps: Trap[] = [];
  return {
    /** Ends when somebody was caught. */
    set: (action: string, moment: Moment): Promise<void> =>
      new Promise((sprung) => {
        traps.push({ action, moment, sprung });
      }),
    spring(action: string): Moment | undefined {
      const at = traps.findIndex((trap) => trap.action === action);
      const [trap] = at < 0 ? [] : traps.splice(at, 1);
      trap?.sprung();
      return trap?.moment;
    },
  };
}
export type Traps = ReturnType<typeof createTraps>;
