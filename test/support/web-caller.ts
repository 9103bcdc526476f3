import type { Form, HttpRequest } from '../../src/sandbox/core/index';
import type { Frame } from './sandbox-peer';
import type { sandboxStage } from './sandbox-stage';

type Stage = Pick<ReturnType<typeof sandboxStage>, 'core'>;

export interface WebAnswer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | readonly string[] };
  readonly body: Frame;
  readonly bytes: Uint8Array | undefined;
}

type Asked = Partial<Omit<HttpRequest, 'body'>> & { readonly url: string; readonly body?: unknown };

/** One HTTP request to the core, with a body that is written as JSON unless it is a text. */
export function askWeb({ core }: Stage, { body = {}, headers = {}, ...rest }: Asked): WebAnswer {
  const answer = core.http({
    method: 'POST',
    isSecure: false,
    ...rest,
    headers: { host: 'localhost:4000', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  if (!answer) throw new Error(`Nobody answers ${rest.url}`);
  const { status, bytes } = answer;
  return { status, headers: answer.headers, bytes, body: answer.body === '' ? undefined : JSON.parse(answer.body) };
}

/** A form as a server hands it in. */
export const formOf = (
  fields: { readonly [name: string]: string },
  files: { readonly [name: string]: [string, Uint8Array, string?] },
): Form => ({
  fields: new Map(Object.entries(fields)),
  files: new Map(
    Object.entries(files).map(([field, [name, bytes, contentType = 'application/octet-stream']]) => [
      field,
      { name, bytes, contentType },
    ]),
  ),
});

/** Callers of the Web API: each gives what was answered. */
export function webCallers(stage: Stage) {
  const { organizationId, licenseId } = stage.core.settings;
  const as =
    (api: string, version: string, token: string, query = '') =>
    (action: string, body: unknown = {}, more: Partial<Asked> = {}) =>
      askWeb(stage, {
        url: `/v${version}/${api}/action/${action}${query}`,
        body,
        ...more,
        headers: { authorization: `Bearer ${token}`, ...more.headers },
      });
  return {
    customer: (token: string, version = '3.6') =>
      as(
        'customer',
        version,
        token,
        version === '3.0' ? `?license_id=${licenseId}` : `?organization_id=${organizationId}`,
      ),
    agent: (name: 'mara' | 'theo' | 'pip' = 'mara', version = '3.6') => as('agent', version, `dal:sandbox-${name}`),
    configuration: (version = '3.6') => as('configuration', version, 'dal:sandbox-mara'),
  };
}
