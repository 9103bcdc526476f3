import type { OwnClock } from './clock';
import type { NetworkParts, TabLine } from './network';

interface Way {
  readonly page: OwnClock;
  readonly line: TabLine;
}

const REACHED_MS = 30;

/** An `XMLHttpRequest` for files of one page view, over the same weather as its sockets. */
export function uploadClass(parts: NetworkParts, { page, line }: Way): typeof XMLHttpRequest {
  const { clock, chance, service, weather, traces, hit } = parts;

  class Upload {
    readonly upload: { onprogress?: (event: object) => void } = {};
    onload?: () => void;
    onerror?: () => void;
    onabort?: () => void;
    status = 0;
    responseText = '';
    #url = '';
    #isOver = false;
    readonly #headers: Record<string, string> = {
      origin: 'https://shop.test',
      'content-type': 'multipart/form-data',
    };

    open(_method: string, url: string): void {
      this.#url = url;
    }

    setRequestHeader(name: string, value: string): void {
      this.#headers[name.toLowerCase()] = value;
    }

    abort(): void {
      if (this.#isOver) return;
      this.#isOver = true;
      this.onabort?.();
    }

    send(body: FormData): void {
      const fault = line.armedUpload;
      line.armedUpload = undefined;
      if (fault) hit(fault.kind);
      const takesMs = REACHED_MS + chance() * (weather.latencyMs + 500);
      const comesTo = fault?.endsAt ?? 1;
      const standing = {
        since: clock.now(),
        fail: () => page.hear(() => this.#end(this.onerror)),
        isOver: () => this.#isOver || page.isStopped,
      };
      this.#later(takesMs * comesTo, () => {
        standing.since = clock.now();
        this.upload.onprogress?.({ lengthComputable: true, loaded: comesTo, total: 1 });
      });
      if (fault?.isStill) line.still.add(standing);
      else if (fault?.endsAt !== undefined) this.#later(takesMs, () => this.#end(this.onerror));
      else clock.after(takesMs, () => this.#arrive(body, fault !== undefined));
    }

    /** It is with the service, also where nobody waits for it any more. */
    #arrive(body: FormData, isAnswerLost: boolean): void {
      const isReached = !weather.isDown && !weather.isRefusing && service.isUp && clock.now() >= weather.stalledUntil;
      if (this.#isOver || page.isStopped || !isReached) {
        this.#hear(() => this.#end(this.onerror));
        return;
      }
      const { pathname, search } = new URL(this.#url);
      const entries = [...body];
      const customId = body.get('payload.custom_id');
      const answer = service.core.http({
        method: 'POST',
        url: pathname + search,
        headers: this.#headers,
        body: '',
        form: {
          fields: new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
          files: new Map(
            entries.flatMap(([field, value]) =>
              typeof value === 'string' ? [] : [[field, contentOf(value)] as const],
            ),
          ),
        },
        isSecure: true,
      });
      const isInDoubt = typeof customId === 'string' && !traces.doubtful.has(customId);
      if (isInDoubt) traces.doubtful.add(customId);
      this.#later(REACHED_MS, () => {
        if (isAnswerLost || weather.isDown) return this.#end(this.onerror);
        if (isInDoubt) traces.doubtful.delete(customId);
        this.status = answer?.status ?? 404;
        this.responseText = answer?.body ?? '';
        this.#end(this.onload);
      });
    }

    #later(ms: number, task: () => void): void {
      clock.after(ms, () => this.#hear(task));
    }

    #hear(task: () => void): void {
      page.hear(() => {
        if (!this.#isOver) task();
      });
    }

    #end(tell: (() => void) | undefined): void {
      if (this.#isOver) return;
      this.#isOver = true;
      tell?.();
    }
  }
  return Upload as unknown as typeof XMLHttpRequest;
}

/** What is in it takes time to read, which is nobody's here: nothing depends on it. */
const contentOf = ({ name, type }: File) => ({ name, contentType: type, bytes: new TextEncoder().encode(name) });
