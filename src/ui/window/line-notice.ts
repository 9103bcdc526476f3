import type { Line, StopReason } from '../../domain';
import type { Key } from '../i18n/catalogue';

const QUIET_MS = 2_000;
const EXPLAINED_AFTER_MS = 10_000;

export type LineNotice =
  | { readonly kind: 'connecting' | 'reconnecting' }
  /** `seconds` until the next try; none while one is under way. */
  | { readonly kind: 'lost'; readonly seconds?: number }
  | { readonly kind: 'stopped'; readonly reason: StopReason };

/** What people are told about the line: nothing about a short gap, more about a long one. */
export function lineNotice(line: Line, now: number, wasOnline: boolean): LineNotice | undefined {
  if (line.state === 'stopped') return { kind: 'stopped', reason: line.reason };
  if (!('downSince' in line)) return undefined;
  const gap = now - line.downSince;
  if (gap < QUIET_MS) return undefined;
  if (gap < EXPLAINED_AFTER_MS) return { kind: wasOnline ? 'reconnecting' : 'connecting' };
  if (line.state === 'connecting') return { kind: 'lost' };
  return { kind: 'lost', seconds: Math.max(0, Math.ceil((line.retryAt - now) / 1_000)) };
}

/** After how many milliseconds the notice will be another one. */
export function changesIn(line: Line, now: number): number | undefined {
  if (!('downSince' in line)) return undefined;
  const gap = now - line.downSince;
  if (gap < QUIET_MS) return QUIET_MS - gap;
  if (gap < EXPLAINED_AFTER_MS) return EXPLAINED_AFTER_MS - gap;
  if (line.state !== 'waiting' || line.retryAt <= now) return undefined;
  return (line.retryAt - now) % 1_000 || 1_000;
}

export type RetryName = Extract<Key, 'connection.retry_now' | 'chat.continue' | 'common.retry'>;

interface Stopped {
  readonly text: Extract<
    Key,
    'chat.unavailable' | 'chat.limit_reached' | 'chat.signed_out' | 'chat.paused' | 'error.generic'
  >;
  /** What the button says that tries again. None where that is in vain. */
  readonly action?: RetryName;
}

// A customer who was banned is told no more than others.
export const stopped: { readonly [R in StopReason]: Stopped } = {
  banned: { text: 'chat.unavailable' },
  license: { text: 'chat.unavailable' },
  unsupported: { text: 'chat.unavailable' },
  busy: { text: 'chat.limit_reached', action: 'connection.retry_now' },
  'signed-out': { text: 'chat.signed_out', action: 'chat.continue' },
  'idle-too-long': { text: 'chat.paused', action: 'chat.continue' },
  refused: { text: 'error.generic', action: 'common.retry' },
};
