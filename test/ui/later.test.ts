import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLater } from '../../src/ui/later';
import { fakeClock } from '../support/fake-clock';

afterEach(() => vi.unstubAllGlobals());

describe('what comes later', () => {
  it('is fetched after a moment, once, where the browser does not say when it is idle', async () => {
    const clock = fakeClock();
    const fetch = vi.fn(() => Promise.resolve('part'));
    const later = createLater(clock, fetch, () => {});
    later.load();
    later.load();
    expect(fetch).not.toHaveBeenCalled();
    await clock.passAsync(1_000);
    expect(later.part.value).toBe('part');
    later.load();
    await clock.passAsync(1_000);
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('is fetched when the browser is idle, and within a second', async () => {
    const idle = vi.fn<typeof requestIdleCallback>(() => 1);
    vi.stubGlobal('requestIdleCallback', idle);
    const fetch = vi.fn(() => Promise.resolve('part'));
    const later = createLater(fakeClock(), fetch, () => {});
    later.load();
    expect(fetch).not.toHaveBeenCalled();
    const [whenIdle, options] = idle.mock.calls[0] ?? [];
    expect(options?.timeout).toBeLessThanOrEqual(1_000);
    whenIdle?.({ didTimeout: false, timeRemaining: () => 9 });
    await vi.waitFor(() => expect(later.part.value).toBe('part'));
  });

  it('is not fetched for a window that has been closed meanwhile', async () => {
    const clock = fakeClock();
    const fetch = vi.fn(() => Promise.resolve('part'));
    const later = createLater(clock, fetch, () => {});
    later.load();
    later.stop();
    await clock.passAsync(1_000);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('is fetched again at the next chance when it could not be had, and says why not', async () => {
    const clock = fakeClock();
    const gone = new Error('gone');
    const errors: unknown[] = [];
    const fetch = vi.fn<() => Promise<string>>().mockRejectedValueOnce(gone).mockResolvedValue('part');
    const later = createLater(clock, fetch, (error) => errors.push(error));
    later.load();
    await clock.passAsync(1_000);
    expect(errors).toEqual([gone]);
    expect(later.part.value).toBeUndefined();
    later.load();
    await clock.passAsync(1_000);
    expect(later.part.value).toBe('part');
  });
});
