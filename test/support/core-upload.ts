import type { SandboxCore } from '../../src/sandbox/core';

/** An `XMLHttpRequest` for files, whose other end is the sandbox core in this process. */
export function coreUploadClass(core: SandboxCore): typeof XMLHttpRequest {
  class CoreUpload {
    readonly upload: { onprogress?: (event: object) => void } = {};
    onload?: () => void;
    onerror?: () => void;
    status = 0;
    responseText = '';
    #url = '';
    readonly #headers: Record<string, string> = { origin: 'https://shop.test' };

    open(_method: string, url: string): void {
      this.#url = url;
    }

    setRequestHeader(name: string, value: string): void {
      this.#headers[name.toLowerCase()] = value;
    }

    send(body: FormData): void {
      this.#send(body).catch(() => this.onerror?.());
    }

    async #send(body: FormData): Promise<void> {
      const entries = [...body];
      const fields = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
      const files = await Promise.all(
        entries.flatMap(([name, value]) =>
          typeof value === 'string' ? [] : [readFile(value).then((file) => [name, file] as const)],
        ),
      );
      this.upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 1 });
      const { pathname, search } = new URL(this.#url);
      const answer = core.http({
        method: 'POST',
        url: pathname + search,
        headers: { ...this.#headers, 'content-type': 'multipart/form-data' },
        body: '',
        form: { fields: new Map(fields), files: new Map(files) },
        isSecure: true,
      });
      this.status = answer?.status ?? 404;
      this.responseText = answer?.body ?? '';
      this.onload?.();
    }
  }
  return CoreUpload as unknown as typeof XMLHttpRequest;
}

async function readFile(file: File) {
  return { name: file.name, contentType: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
}
