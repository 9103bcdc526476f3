import { expect, it } from 'vitest';
import { createHttp } from '../../src/connection';
import { fakeClock } from '../support/fake-clock';

it('gives up an upload that has gone no further for two minutes', async () => {
  const clock = fakeClock();
  let request: { upload: { onprogress?: (event: object) => void } } | undefined;
  class Still {
    readonly upload = {};
    onabort?: () => void;
    open(): void {
      request = { upload: this.upload };
    }
    setRequestHeader(): void {}
    send(): void {}
    abort(): void {
      this.onabort?.();
    }
  }
  const token = { text: 'Bearer t', endsAt: 0, lifeMs: 0 };
  const http = createHttp({
    fetch,
    XMLHttpRequest: Still as unknown as typeof XMLHttpRequest,
    tokens: { get: async () => token, getFresh: async () => token, invalidate: () => {} },
    clock,
    urlOf: (action) => `https://api.test/${action}`,
    readError: () => ({ code: 'none', data: {} }),
  });
  let failed: unknown;
  http.post('upload_file', new FormData()).catch((error: unknown) => {
    failed = error;
  });
  await clock.passAsync(100_000);
  request?.upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 2 });
  await clock.passAsync(119_000);
  expect(failed).toBeUndefined();
  await clock.passAsync(2_000);
  expect(failed).toMatchObject({ code: 'cancelled' });
});
