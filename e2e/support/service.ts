import type { Demo } from './demo';

/** Asks the service for what no visitor and no person at the console is needed for. */
export function serviceOf({ url }: Pick<Demo, 'url'>) {
  async function post(path: string, payload: unknown): Promise<Record<string, unknown>> {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer dal:sandbox-mara' },
      body: JSON.stringify(payload),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  }
  return {
    control: (name: string, payload: unknown) => post(`/sandbox/control/${name}`, payload),
    /** As Mara. */
    act: (action: string, payload: unknown) => post(`/v3.6/agent/action/${action}`, payload),
  };
}
