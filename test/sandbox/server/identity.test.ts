import { afterEach, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../../src/sandbox/server';

let running: RunningSandbox;
afterEach(() => running.close());

async function askForToken(cookies: string): Promise<{ id: string; cookies: string }> {
  const response = await fetch(`${running.url}/v2/customer/token`, {
    method: 'POST',
    headers: { cookie: cookies },
    body: JSON.stringify({
      grant_type: 'cookie',
      response_type: 'token',
      client_id: running.clientId,
      organization_id: running.organizationId,
    }),
  });
  const { entity_id: id } = (await response.json()) as { entity_id: string };
  return {
    id,
    cookies: response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  };
}

it('knows a browser again after a restart, though it has kept nothing', async () => {
  running = await startSandbox({ hasScriptedAgent: false });
  const before = await askForToken('');
  await running.close();
  running = await startSandbox({ hasScriptedAgent: false });
  expect((await askForToken(before.cookies)).id).toBe(before.id);
  expect((await askForToken('')).id).not.toBe(before.id);
});
