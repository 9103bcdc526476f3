/** What all that goes through the proxy has to bear. Changed while it runs. */
export interface Weather {
  /** What becomes of those who come. `silent`: a WebSocket is let in, and nobody ever says anything to it. */
  door: 'open' | 'refuses' | 'silent';
  /** Each way. */
  latencyMs: number;
  /** 0: as much as there is. */
  bytesPerSecond: number;
  /** So many bytes at a time; 0: as they come. */
  pieceBytes: number;
  /** Nothing moves. What has come meanwhile arrives at once when it ends. */
  isStalled: boolean;
}

export interface PushRules {
  /** Each comes twice. */
  areRepeated: boolean;
  /** So many are gathered, and arrive the last one first; 0: none. */
  window: number;
  /** These never arrive. */
  isLost(action: string): boolean;
}

export const fineWeather = (): Weather => ({
  door: 'open',
  latencyMs: 0,
  bytesPerSecond: 0,
  pieceBytes: 0,
  isStalled: false,
});

export const orderlyPushes = (): PushRules => ({ areRepeated: false, window: 0, isLost: () => false });
