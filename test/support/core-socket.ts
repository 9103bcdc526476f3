import type { SandboxCore } from '../../src/sandbox/core';

/** A `WebSocket` whose other end is the sandbox core, in this process. */
export function coreSocketClass(core: SandboxCore): typeof WebSocket {
  class CoreSocket {
    onopen: (() => void) | null = null;
    onmessage: ((event: { data: string }) => void) | null = null;
    onclose: ((event: { code: number }) => void) | null = null;
    binaryType = 'blob';
    readyState: number = 0;
    readonly #remote: ReturnType<SandboxCore['connectCustomer']>;

    constructor(url: string) {
      const { pathname, searchParams } = new URL(url);
      const version = /^\/v([\d.]+)\//.exec(pathname)?.[1] ?? '';
      const organizationId = searchParams.get('organization_id') ?? undefined;
      const licenseId = searchParams.get('license_id') ?? undefined;
      this.#remote = core.connectCustomer(
        { version, organizationId, licenseId },
        {
          send: (data) => queueMicrotask(() => this.onmessage?.({ data })),
          close: (code) => {
            this.readyState = 3;
            queueMicrotask(() => this.onclose?.({ code }));
          },
        },
      );
      queueMicrotask(() => {
        this.readyState = 1;
        this.onopen?.();
      });
    }

    send(text: string): void {
      this.#remote.receive(text);
    }

    close(): void {
      this.readyState = 3;
      this.#remote.closed();
    }
  }
  return CoreSocket as unknown as typeof WebSocket;
}
