import { createHttp, createRestVerbs30, createRestVerbs36, judge } from '../../src/connection';
import type { ChatId, CustomId, EventId, GatewayRest, ThreadId } from '../../src/domain';
import { loadV30 } from '../../src/protocol';
import { connectionLine, type Version } from './connection-line';

const v30 = await loadV30();

export const chatId = 'C' as ChatId;
export const at = { chatId, threadId: 'T' as ThreadId, eventId: 'E' as EventId };
export const customId = 'k1' as CustomId;
export const chat = { id: chatId, isActive: true };

interface Upload {
  readonly url: string;
  readonly form: FormData;
  readonly progress: (loaded: number) => void;
  readonly answer: (status: number, body: unknown) => void;
  readonly isAborted: () => boolean;
}

/** The verbs of one version, on a line that is up. */
export interface RestStage {
  readonly line: ReturnType<typeof connectionLine>;
  readonly verbs: GatewayRest;
  /** Milliseconds since 1970. */
  now: number;
  /** What was asked over HTTP. */
  readonly posted: { readonly url: string; readonly token: string | null; readonly body: unknown }[];
  /** To the next of that; else nothing is wrong. */
  answers: (() => Response)[];
  readonly uploads: readonly Upload[];
  /** Name and payload of what was asked last. */
  last(): [string, unknown];
}

/** An `XMLHttpRequest` that the test answers. */
function uploadClass(uploads: Upload[]): typeof XMLHttpRequest {
  return class {
    upload: { onprogress?: (event: object) => void } = {};
    onload?: () => void;
    onabort?: () => void;
    isAborted = false;
    status = 0;
    responseText = '';
    url = '';
    open(_method: string, url: string) {
      this.url = url;
    }
    setRequestHeader() {}
    abort() {
      this.isAborted = true;
      this.onabort?.();
    }
    send(form: FormData) {
      uploads.push({
        url: this.url,
        form,
        progress: (loaded) => this.upload.onprogress?.({ lengthComputable: true, loaded, total: 10 }),
        answer: (status, body) => {
          this.status = status;
          this.responseText = JSON.stringify(body);
          this.onload?.();
        },
        isAborted: () => this.isAborted,
      });
    }
  } as unknown as typeof XMLHttpRequest;
}

export async function arrive(version: Version): Promise<RestStage> {
  const line = connectionLine(version);
  const uploads: Upload[] = [];
  const protocol = line.rest;
  const token = { text: 'Bearer dal:t', endsAt: 0, lifeMs: 0 };
  const clock = { now: () => stage.now, after: () => () => {} };
  const http = createHttp({
    async fetch(url, init) {
      const { Authorization } = (init?.headers ?? {}) as Record<string, string>;
      stage.posted.push({ url: url as string, token: Authorization ?? null, body: JSON.parse(init?.body as string) });
      return stage.answers.shift()?.() ?? new Response('{}');
    },
    XMLHttpRequest: uploadClass(uploads),
    tokens: { get: async () => token, getFresh: async () => token, invalidate: () => {} },
    clock,
    urlOf: (action, region) => `https://api${region ? `-${region}` : ''}.test/v${version}/customer/action/${action}`,
    readError: protocol.answers.readHttpError,
  });
  const parts = { speaker: line.connection, protocol, http, clock };
  const stage: RestStage = {
    line,
    verbs: version === '3.0' ? createRestVerbs30(v30)(parts) : createRestVerbs36(parts),
    now: 0,
    posted: [],
    answers: [],
    uploads,
    last() {
      const { action, payload } = line.lastAction();
      return [action, payload];
    },
  };
  line.connection.extend(line.rest, judge);
  await line.online();
  return stage;
}
