import { readObject, readText, toObject } from './read';
import { RequestError } from './rtm-requests';

export interface HttpOptions {
  readonly fetch: typeof fetch;
  readonly token: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** What does not go over the socket: files, by the Web API, and the sandbox's own controls. */
export function createHttp({ fetch, token }: HttpOptions) {
  async function post(path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<unknown> {
    const init = { method: 'POST', body, headers: { ...headers, authorization: `Bearer ${token}` } };
    const response = await fetch(path, init).catch(() => {
      throw new RequestError('offline', 'The server cannot be reached.');
    });
    const answer: unknown = await response.json().catch(() => ({}));
    if (response.ok) return answer;
    const error = readObject(toObject(answer), 'error');
    const message = readText(error, 'message') ?? `The server refused this (${response.status}).`;
    throw new RequestError(readText(error, 'type') ?? 'unknown', message);
  }

  /** The address of the file, good for one event. */
  async function upload(file: File): Promise<string> {
    const form = new FormData();
    form.append('file', file);
    return readText(toObject(await post('/v3.6/agent/action/upload_file', form)), 'url') ?? '';
  }

  /** What no API has and a test needs: see `sandbox/control`. */
  function control(name: string, body: object): Promise<unknown> {
    return post(`/sandbox/control/${name}`, JSON.stringify(body), JSON_TYPE);
  }

  /** Of the account only what it is called: an agent's application asks the Configuration API. */
  function configuration(name: string, body: object): Promise<unknown> {
    return post(`/v3.6/configuration/action/${name}`, JSON.stringify(body), JSON_TYPE);
  }

  return { upload, control, configuration };
}

export type Http = ReturnType<typeof createHttp>;
