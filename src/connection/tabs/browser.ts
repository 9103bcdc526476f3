/** `navigator.locks`, as far as tabs need it. Web Locks API; `steal` and `signal` since 2022. */
export interface Locks {
  /** The lock is held until the promise of `use` ends. Rejects when it is stolen, or the signal has come first. */
  request(
    name: string,
    options: { readonly ifAvailable?: boolean; readonly steal?: boolean; readonly signal?: AbortSignal },
    use: (lock: unknown) => Promise<void> | undefined,
  ): Promise<unknown>;
}

/** A `BroadcastChannel`: what one tab posts, all the others hear. */
export interface Channel {
  postMessage(letter: unknown): void;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  close(): void;
}

/** What a browser gives, so that its tabs can share one line. */
export interface TabSharing {
  readonly locks: Locks;
  openChannel(name: string): Channel;
}

/** The lock that says whose tab has the socket. */
export interface Claim {
  readonly letGo: () => void;
  /** Rejects when another tab has taken the lock. */
  readonly held: Promise<unknown>;
}

/** Undefined: another tab has it. Rejects where locks may not be used. */
export function claimLine(locks: Locks, name: string): Promise<Claim | undefined> {
  return new Promise((resolve, reject) => {
    const held = locks.request(
      name,
      { ifAvailable: true },
      (lock) => new Promise<void>((letGo) => resolve(lock ? { letGo, held } : undefined)),
    );
    held.catch(reject);
  });
}
